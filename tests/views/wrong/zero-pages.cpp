int numbers[4] = {1, 2, 3, 4};
int main() { return numbers[0] - 1; }
