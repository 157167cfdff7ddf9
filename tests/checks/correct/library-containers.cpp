#include <algorithm>
#include <any>
#include <array>
#include <deque>
#include <functional>
#include <iostream>
#include <list>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <queue>
#include <set>
#include <sstream>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <variant>
#include <vector>
struct Item {
  std::optional<int> number;
  std::variant<int, std::string, double> what;
  char tag;
  std::optional<std::string> name;
};
static Item make(int i) {
  Item r;
  r.tag = (char)('a' + i);
  if (i % 2) r.number = i;
  if (i % 3 == 0)
    r.what = std::to_string(i * 1000);
  else if (i % 3 == 1)
    r.what = i * 0.5;
  if (i % 4 == 0) r.name = "name" + std::to_string(i);
  return r;
}
struct Small {
  short a;
  char b;
};
int main() {
  std::vector<Item> items;
  for (int i = 0; i < 20; i++) items.push_back(make(i));
  std::vector<Item> copy = items;
  std::reverse(copy.begin(), copy.end());
  std::sort(copy.begin(), copy.end(), [](const Item& a, const Item& b) { return a.tag < b.tag; });
  auto first = std::make_unique<Item>(copy[3]);
  Item other = *first;
  std::swap(other, copy[5]);
  other = std::move(copy[7]);
  long sum = 0;
  for (const Item& each : items) {
    sum += each.number.value_or(-1);
    sum += (long)each.what.index();
    if (each.name) sum += (long)each.name->size();
    if (each.number && *each.number > 3) sum++;
  }
  auto opt = std::make_unique<std::optional<int>>();
  std::optional<int> o2 = *opt;
  auto o3 = o2;
  if (!o3) sum++;
  if (*opt == o2) sum++;
  if (o3 == 3) sum += 5;
  *opt = 3;
  o2 = *opt;
  sum += *o2;
  std::map<std::string, Small> m;
  for (int i = 0; i < 30; i++) m[std::to_string(i % 11)] = Small{(short)i, 'x'};
  for (auto& [k, v] : m) sum += v.a + (long)k.size();
  std::unordered_map<int, Small> um;
  for (int i = 0; i < 50; i++) um[i * 7] = {(short)i, 'y'};
  for (auto& [k, v] : um) sum += v.a;
  um.erase(7);
  std::unordered_set<std::string> us;
  for (int i = 0; i < 50; i++) us.insert(std::to_string(i));
  sum += (long)us.count("7");
  std::deque<Small> dq;
  for (int i = 0; i < 300; i++) {
    dq.push_back({(short)i, 'z'});
    if (i % 3 == 0) dq.pop_front();
  }
  for (auto& s : dq) sum += s.a;
  std::list<Item> li(items.begin(), items.end());
  li.sort([](const Item& a, const Item& b) { return a.tag > b.tag; });
  sum += li.front().tag;
  std::priority_queue<std::pair<char, int>> pq;
  for (int i = 0; i < 40; i++) pq.push({(char)(i * 37 % 50), i});
  while (pq.size() > 3) {
    sum += pq.top().second;
    pq.pop();
  }
  std::function<int(int)> f = [items, sum](int x) { return x + (int)items.size() + (int)(sum % 3); };
  auto g = f;
  sum += g(4);
  std::any any = std::string("some text that is long enough");
  sum += (long)std::any_cast<std::string>(any).size();
  any = 3;
  std::any a2 = any;
  sum += std::any_cast<int>(a2);
  std::vector<bool> vb;
  for (int i = 0; i < 100; i++) vb.push_back(i % 3 == 0);
  vb.resize(150, true);
  auto vb2 = vb;
  sum += std::count(vb2.begin(), vb2.end(), true);
  if (vb[9]) sum++;
  vb.flip();
  std::stringstream ss;
  ss << sum << ' ' << 3.5 << " word";
  long back;
  double dd;
  std::string word;
  ss >> back >> dd >> word;
  sum += back % 7 + (long)dd + (long)word.size();
  auto arr = std::make_unique<std::array<Small, 10>>();
  std::iota(vb2.begin(), vb2.end(), 0);
  auto raw = std::unique_ptr<int[]>(new int[10]);
  for (int i = 0; i < 10; i++) raw[i] = i;
  sum += std::accumulate(raw.get(), raw.get() + 10, 0);
  auto un = std::make_unique_for_overwrite<int[]>(100);
  for (int i = 0; i < 100; i++) un[i] = i;
  std::nth_element(un.get(), un.get() + 50, un.get() + 100);
  sum += un[50];
  auto sp = std::make_shared<Item>(items[2]);
  std::weak_ptr<Item> wp = sp;
  auto sp2 = sp;
  sum += wp.lock()->tag;
  sp.reset();
  sp2.reset();
  sum += wp.expired();
  std::string s = "short", lng(100, 'q');
  std::string* hs = new std::string(s);
  std::string hs2 = *hs;
  std::swap(*hs, lng);
  sum += (long)(hs->size() + hs2.size() + lng.size());
  lng = hs2;
  hs->append(hs2);
  std::vector<std::string> vs(5, s);
  vs.insert(vs.begin() + 2, *hs);
  vs.erase(vs.begin());
  for (auto& e : vs) sum += (long)e.size();
  delete hs;
  std::cout << sum << std::endl;
}
