import { expect, test } from 'vitest';
import { aChecklist } from '../recorder/testing/rig.ts';
import { linksIn } from './draft-links.ts';

const href = 'https://help.kumo.example/import';

test('the links of every variant are looked at, each in its own place', () => {
  const body = aChecklist([], { intro: { en: `See [how](${href}).` } });
  const draft = {
    defaultLocale: 'en',
    locales: ['en'],
    body,
    variants: { b: { ...body, intro: { en: `[Here](${href}/b) it is.` } } },
    delivery: { audience: { type: 'all', of: [] } },
  };
  expect(linksIn('checklist', draft as never).map(({ path, href: to }) => [path, to])).toEqual(
    expect.arrayContaining([
      ['intro.en', href],
      ['variants.b.intro.en', `${href}/b`],
    ]),
  );
});
