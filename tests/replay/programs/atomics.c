// Atomic instructions of every width: plain programs have none, those that ask for them do.
#include <stdint.h>
#include <stdio.h>

static uint8_t bytes[4];
static uint16_t halves[4];
static uint32_t words[4];
static uint64_t longs[4];

#define ALL(type, at)                                                                                         \
  do {                                                                                                        \
    type expected = (type)i, wanted = 77;                                                                     \
    __atomic_store_n(&at[0], (type)i, __ATOMIC_SEQ_CST);                                                      \
    total += __atomic_fetch_add(&at[1], (type)i, __ATOMIC_SEQ_CST) + __atomic_fetch_sub(&at[2], 3, __ATOMIC_SEQ_CST); \
    total += __atomic_fetch_and(&at[2], (type)~i, __ATOMIC_SEQ_CST) + __atomic_fetch_or(&at[1], (type)4, __ATOMIC_SEQ_CST); \
    total += __atomic_fetch_xor(&at[3], (type)255, __ATOMIC_SEQ_CST) + __atomic_exchange_n(&at[2], (type)(i * 9), __ATOMIC_SEQ_CST); \
    total += __atomic_compare_exchange_n(&at[0], &expected, wanted, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);   \
  } while (0)

__attribute__((target("atomics"))) uint64_t turn(uint64_t i) {
  uint64_t total = 0;
  ALL(uint8_t, bytes);
  ALL(uint16_t, halves);
  ALL(uint32_t, words);
  ALL(uint64_t, longs);
  return total;
}

int main(void) {
  uint64_t total = 0;
  for (uint64_t i = 0; i < 6; i++) total += turn(i * 41);
  printf("%llu %u %u %u %llu\n", (unsigned long long)total, bytes[1], halves[1], words[1], (unsigned long long)longs[3]);
}
