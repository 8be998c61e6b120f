import { expect, test } from 'vitest';
import { readyMarkup } from '../build/ready-markup.ts';

test.each([
  { of: ['<p>', '</p>'], is: '<p><!></p>', because: 'between elements' },
  { of: ['<p>', ' of ', '</p>'], is: '<p><!> of <!></p>', because: 'two with a text between them' },
  { of: ['<a class=', ' @click=', '>x</a>'], is: '<a class=$ @click=$>x</a>', because: 'whole attributes' },
  { of: ['<a class="b ', '">x</a>'], is: '<a class="b $">x</a>', because: 'a part of an attribute' },
  { of: ['<b .value=', '></b>'], is: '<b .value=$></b>', because: 'a property' },
  { of: ['<br>'], is: '<br>', because: 'no value at all' },
])('a template is one text with signs for its values: $because', ({ of, is }) => {
  expect(readyMarkup(of)).toBe(is);
});

test('a list at the end has something to stand before', () => {
  expect(readyMarkup(['', ''])).toBe('<!><?>');
});

test.each([
  { of: ['<p>$5 for ', '</p>'], because: 'its text has the sign for a value' },
  { of: ['<p><!-- ', ' --></p>'], because: 'it has a comment' },
  { of: ['<', '></p>'], because: 'a value is the name of an element' },
  { of: ['<p ', '></p>'], because: 'a value is an attribute’s name' },
  { of: ['<textarea>', '</textarea>'], because: 'a value is raw text' },
  { of: ['<b .innerText=', '></b>'], because: 'HTML does not know capitals' },
])('fails the build: $because', ({ of }) => {
  expect(() => readyMarkup(of)).toThrow(Error);
});
