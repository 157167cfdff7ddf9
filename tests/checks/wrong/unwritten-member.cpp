// expect: uninitialised-read at line 7, allocated at line 10
#include <iostream>

struct Account {
  double balance;
  int owner = 1;
  bool is_rich() const { return balance > 1000; }
};
int main() {
  Account *account = new Account;
  std::cout << account->is_rich() << '\n';
  delete account;
}
