import { expect, it } from 'vitest';
import { withoutCode } from './lesson-text.ts';

it('leaves a text its lines, and takes from its blocks of code what they hold', () => {
  const text = 'a\n```cpp file=main.cpp\nint x;\n``\n```\nb\n  ~~~~\n```\n~~~\n ~~~~~\nc `d`\n``` e `f` ```\ng';
  expect(withoutCode(text)).toBe('a\n```cpp file=main.cpp\n\n\n```\nb\n  ~~~~\n\n\n ~~~~~\nc `d`\n``` e `f` ```\ng');
});
