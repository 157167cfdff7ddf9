import { afterAll, expect, it } from 'vitest';
import { Proxies } from './proxies.ts';

const { revocable } = Proxy;
afterAll(() => {
  Proxy.revocable = revocable;
});

/** A realm's `Proxy` as scripts find it, and what knows of its proxies. */
function watched() {
  const realm = { Proxy };
  const proxies = new Proxies();
  proxies.watch(realm);
  return { Proxy: realm.Proxy, proxies };
}

/** What traps hear of, and what comes of it, with one `Proxy`. */
function heard(Made: ProxyConstructor): readonly string[] {
  const said: string[] = [];
  const told = (call: () => unknown) => {
    try {
      said.push(String(call()));
    } catch (error) {
      said.push(`${error}`);
    }
  };
  const handler: ProxyHandler<{ kept: number; other?: number }> & { count: number } = {
    count: 0,
    get(target, key, receiver) {
      said.push(`get ${String(key)} ${this === handler} ${receiver === proxy}`);
      this.count = (this.count ?? 0) + 1;
      return Reflect.get(target, key, receiver);
    },
  };
  const proxy = new Made({ kept: 1 }, handler);
  told(() => proxy.kept + handler.count);
  handler.has = (_, key) => key === 'odd';
  told(() => ['odd' in proxy, 'kept' in proxy]);
  delete handler.get;
  told(() => proxy.kept);
  told(() => delete proxy.other);
  told(() => Object.keys(new Made({ a: 1, b: 2 }, Object.freeze({ ownKeys: () => ['b'] }))));
  const names = new Made({}, { get: (_, trap) => void said.push(`asked for ${String(trap)}`) });
  told(() => Object.keys(Object.create(new Made([1], names))));
  told(() => new Made((a: number) => a + 1, { apply: (target, _, [a]) => target(a) * 2 })(3));
  told(() => (new Made({}, { get: 1 } as object) as { any: number }).any);
  told(() => new Made({}, 5 as unknown as object));
  told(() => Reflect.construct(Made, [{}]));
  const { proxy: over, revoke } = Made.revocable({ kept: 2 }, { get: () => 3 });
  told(() => over.kept);
  revoke();
  told(() => over.kept);
  return said;
}

it('leaves proxies as they are, whatever their handlers', () => {
  const plain = heard(Proxy);
  expect(heard(watched().Proxy)).toEqual(plain);
  expect(plain).toContain('get kept true true');
});

it('keeps from traps what only instrumented code asks for', () => {
  const { Proxy: Made, proxies } = watched();
  proxies.hidden = Symbol();
  const keys: unknown[] = [];
  const proxy = new Made({} as Record<PropertyKey, unknown>, { get: (_, key) => keys.push(key) });
  expect([proxy[proxies.hidden], proxy.length]).toEqual([undefined, 1]);
  expect(keys).toEqual(['length']);
  expect(proxies.has(proxy)).toBe(true);
});

it('tells what a proxy leaves to a view, and nothing of what a trap takes over', () => {
  const { Proxy: Made, proxies } = watched();
  const told: string[] = [];
  proxies.onLeft = (to, view, key) => void told.push(`${to} ${view.byteLength} ${String(key)}`);
  const proxy = new Made(new Uint8Array([7, 8]), { has: () => false });
  expect([proxy[1], 0 in proxy, Object.keys(proxy)]).toEqual([8, false, ['0', '1']]);
  proxy[0] = 9;
  expect(told.filter((each) => /^(get|has|set) /.test(each))).toEqual(['get 2 1', 'set 2 0']);
});
