import { expect, it, vi } from 'vitest';
import { featuresInWords, hostFeatures, lackedHere } from './host-features.ts';

it('asks the host with modules that are valid where the feature is', () => {
  const asked: Uint8Array[] = [];
  const validate = vi.spyOn(WebAssembly, 'validate').mockImplementation((bytes) => {
    asked.push(new Uint8Array(bytes as Uint8Array));
    return true;
  });
  const lacked = lackedHere(hostFeatures);
  validate.mockRestore();
  expect(lacked).not.toContain('memory64');
  expect(asked).toHaveLength(5);
  // Only tail calls are known to every Node.js that runs this.
  expect(lackedHere(['tail-calls'])).toEqual([]);
  expect(featuresInWords(['memory64', 'float16'])).toBe('64-bit memories and Float16Array');
});
