import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownTags, tagKey, tagsBetween, tidyTags, withTags } from './tags.ts';

const someTags = fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 12 });

describe('tags', () => {
  test.each([
    { of: ['NPS', 'nps', ' Nps '], are: ['NPS'], because: 'case and spaces around do not tell them apart' },
    { of: ['フィードバック', 'ﾌｨｰﾄﾞﾊﾞｯｸ'], are: ['フィードバック'], because: 'half width is the same word' },
    { of: ['first  week', 'first week'], are: ['first week'], because: 'spaces count as one' },
    { of: ['피드백', '', '  '], are: ['피드백'], because: 'what is empty is none' },
    { of: ['ÜBER', 'über', 'uber'], are: ['ÜBER', 'uber'], because: 'another letter is another tag' },
  ])('$of are $are: $because', ({ of, are }) => expect(tidyTags(of)).toEqual(are));

  test('are put behind the others, and taken away however they are written', () => {
    expect(withTags(['NPS', 'Renewal'], { add: ['Q3'], remove: ['nps'] })).toEqual(['Renewal', 'Q3']);
    expect(withTags(['NPS'], { add: ['nps'] })).toEqual(['NPS']);
    expect(tagsBetween(['a', 'B'], ['b', 'c'])).toEqual(['a', 'c']);
  });

  test('are known by how often they are carried, as most contents write them', () => {
    expect(knownTags([['NPS', 'b'], ['nps'], ['nps', 'a'], []])).toEqual([
      { tag: 'nps', contents: 3 },
      { tag: 'a', contents: 1 },
      { tag: 'b', contents: 1 },
    ]);
  });

  test('tidy once, tidy for ever, each once', () => {
    fc.assert(
      fc.property(someTags, (tags) => {
        const tidied = tidyTags(tags);
        expect(tidyTags(tidied)).toEqual(tidied);
        expect(new Set(tidied.map(tagKey)).size).toBe(tidied.length);
        expect(
          tagsBetween(
            tidied,
            tags.filter((tag) => tag.trim() !== ''),
          ),
        ).toEqual([]);
      }),
    );
  });

  test('what is removed is gone, what is added is there', () => {
    fc.assert(
      fc.property(someTags, someTags, someTags, (tags, add, remove) => {
        const keys = withTags(tags, { add, remove }).map(tagKey);
        const added = tidyTags(add).map(tagKey);
        expect(keys).toEqual(expect.arrayContaining(added));
        for (const key of tidyTags(remove).map(tagKey)) expect(keys.includes(key)).toBe(added.includes(key));
      }),
    );
  });
});
