import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import './banso-resources.define.ts';
import type { PublishedResource } from '@banso/contract';
import type { StandInOptions } from '../stand-in-controller.ts';
import { aResource, aShown, inDays, paragraph } from './testing/contents.ts';
import { expectFocusOn, inside, stage, standIn } from './testing/stage.ts';

function guides(contents: readonly PublishedResource[], options: Partial<StandInOptions> = {}, reading = '') {
  const controller = standIn({ contents, ...options });
  const element = stage('banso-resources', controller, { reading });
  const titles = () => inside(element, '.t1').map((title) => title.textContent);
  const sections = () => inside(element, '.sec').map((title) => title.textContent);
  return { controller, element, titles, sections };
}
const field = () => page.getByRole('searchbox', { name: 'Search guides' });
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

describe('the list', () => {
  test('begins with what is meant for this page, then sessions to come, then sections', async () => {
    const { titles, sections } = guides(
      [
        aResource('a', { section: 'Basics' }),
        aResource('b', { section: 'Team' }),
        aResource('c', { section: 'Basics' }),
        aResource('live', { type: 'webinar', startsAt: inDays(2) }),
        aResource('loose', { section: '' }),
      ],
      {
        pageUrl: 'app.example/team/1',
        show: ['a', 'b', 'c', 'live', 'loose'].map((id) =>
          aShown(`res_${id}`, 'resource', {
            when: { delaySeconds: 0, pages: id === 'c' ? ['/team/*'] : [] },
          }),
        ),
      },
    );
    await expect.element(page.getByText('For this page')).toBeVisible();
    expect(sections()).toEqual(['For this page', 'Live sessions', 'Basics', 'Team', 'More guides']);
    expect(titles()).toEqual(['Guide c', 'Guide a', 'Guide b', 'Guide loose']);
  });

  test('holds only what is on offer', async () => {
    const { titles } = guides([aResource('a'), aResource('b')], { show: [aShown('res_b', 'resource')] });
    await expect.element(field()).toBeVisible();
    expect(titles()).toEqual(['Guide b']);
  });

  test('says so when there is none', async () => {
    guides([]);
    await expect.element(page.getByText('No guides yet.')).toBeVisible();
  });

  test('a document without a text opens where it lives and is recorded', async () => {
    const { controller } = guides([
      aResource('a', { type: 'document', url: 'https://example.com/a.pdf', body: [] }),
    ]);
    await page.getByRole('link', { name: 'Guide a Document' }).click();
    expect(controller.followed).toEqual(['https://example.com/a.pdf']);
    expect(controller.facts).toEqual([{ type: 'resource_opened', contentId: 'res_a', version: 1 }]);
  });
});

describe('search as you type', () => {
  const contents = [
    aResource('folder', { title: 'フォルダーを共有する', body: paragraph('チームのみんなに見せます。') }),
    aResource('cancel', { title: '契約について', body: paragraph('解約の方法はこちらです。') }),
    aResource('ko', { title: '폴더 공유하기', summary: '팀과 함께' }),
    aResource('en', { title: 'Keyboard shortcuts', tags: ['hotkeys'] }),
  ];

  test.each([
    { query: '共有', finds: ['フォルダーを共有する'], because: 'no blanks are needed' },
    { query: '解約', finds: ['契約について'], because: 'the text counts' },
    { query: '공유', finds: ['폴더 공유하기'], because: 'endings do not matter' },
    { query: 'ＫＥＹＢ', finds: ['Keyboard shortcuts'], because: 'full-width letters are letters' },
    { query: 'hotk', finds: ['Keyboard shortcuts'], because: 'tags count' },
    { query: '  ', finds: contents.map(({ title }) => title), because: 'blanks are no query' },
  ])('"$query" finds $finds: $because', async ({ query, finds }) => {
    const { titles } = guides(contents);
    await field().fill(query);
    await expect.poll(titles).toEqual(finds);
  });

  test('marks what was found, counts it aloud, and can be cleared', async () => {
    const { element, titles } = guides(contents);
    await field().fill('共有');
    await expect.poll(() => inside(element, 'mark').map((mark) => mark.textContent)).toEqual(['共有']);
    expect(inside(element, '[role=status]')[0]?.textContent).toBe('1 found');
    await button('Clear search').click();
    await expectFocusOn(field());
    expect(titles()).toHaveLength(4);
  });

  test('says when nothing is found', async () => {
    guides(contents);
    await field().fill('gantt');
    await expect.element(page.getByRole('heading', { name: 'Nothing about this yet' })).toBeVisible();
  });

  test('draws a hostile query as text', async () => {
    const { element } = guides([aResource('a', { title: 'Say <b>bold</b>' })]);
    await field().fill('<b>');
    await expect.poll(() => inside(element, 'mark')[0]?.textContent).toBe('<b>');
    expect(inside(element, '.t1 b')).toEqual([]);
  });
});

describe('reading', () => {
  test('is recorded once, takes the focus, and leads back', async () => {
    const { controller, titles } = guides([aResource('a'), aResource('b')]);
    await button(/^Guide a/).click();
    await expectFocusOn(page.getByRole('heading', { name: 'Guide a' }));
    controller.change({ unread: 3 });
    await expect.element(page.getByText('Text of a')).toBeVisible();
    expect(controller.facts).toEqual([{ type: 'resource_opened', contentId: 'res_a', version: 1 }]);
    expect(controller.emitted).toMatchObject([{ name: 'opened', detail: { contentId: 'res_a' } }]);
    await button('Back').click();
    await expect.poll(titles).toEqual(['Guide a', 'Guide b']);
  });

  test('draws a rich text, with links through the gate', async () => {
    const { element, controller } = guides(
      [
        aResource('a', {
          body: [
            { type: 'heading', level: 2, of: [{ type: 'text', text: 'Part' }] },
            {
              type: 'paragraph',
              of: [
                { type: 'strong', of: [{ type: 'text', text: 'bold' }] },
                { type: 'break' },
                { type: 'code', text: '<i>' },
                { type: 'link', href: 'https://example.com/x', of: [{ type: 'text', text: 'good' }] },
                { type: 'link', href: 'javascript:alert(1)', of: [{ type: 'text', text: 'evil' }] },
              ],
            },
            { type: 'list', ordered: true, items: [paragraph('one'), paragraph('two')] },
            { type: 'quote', of: paragraph('said') },
            { type: 'code', text: '<script>' },
          ],
        }),
      ],
      {},
      'a',
    );
    await page.getByRole('link', { name: 'good' }).click();
    expect(controller.followed).toEqual(['https://example.com/x']);
    expect(inside<HTMLAnchorElement>(element, 'a').map(({ href, rel }) => [href, rel])).toEqual([
      ['https://example.com/x', 'noopener'],
    ]);
    expect(inside(element, 'p').some((one) => one.textContent?.endsWith('evil'))).toBe(true);
    expect(inside(element, 'ol > li').map((item) => item.textContent?.trim())).toEqual(['one', 'two']);
    expect(inside(element, 'pre')[0]?.textContent).toBe('<script>');
    expect(inside(element, 'blockquote')[0]?.textContent?.trim()).toBe('said');
  });

  test.each([
    { receipt: 'arrived', says: 'Thank you. It has arrived.' },
    { receipt: 'stored', says: 'Thank you. Kept on this device, will be sent.' },
    { receipt: 'held', says: 'Thank you. It will be sent if this page stays open.' },
    { receipt: 'refused', says: 'That was not accepted.' },
  ] as const)('"did this help" is answered truthfully: $receipt', async ({ receipt, says }) => {
    const { controller, element } = guides([aResource('a')], {}, 'a');
    controller.receipt = receipt;
    await button('Not really').click();
    await expect.poll(() => inside(element, '.foot')[0]?.textContent).toBe(says);
    expect(controller.facts.at(-1)).toEqual({
      type: 'resource_rated',
      contentId: 'res_a',
      version: 1,
      helpful: false,
    });
  });
});

describe('a webinar', () => {
  const webinar = (over: Partial<PublishedResource>) =>
    aResource('w', { type: 'webinar', title: 'Live', body: [], url: 'https://example.com/live', ...over });

  test('to come is a card with its hours, a way in and a calendar file', async () => {
    const { element } = guides([webinar({ startsAt: inDays(1), endsAt: inDays(1.04) })]);
    await expect.element(page.getByRole('link', { name: 'Open the session' })).toBeVisible();
    await expect.element(page.getByText(/^Monday, 1:30 PM–2:27 PM, your time \(/)).toBeVisible();
    const [calendar] = inside<HTMLAnchorElement>(element, 'a[download]');
    expect(calendar?.download).toBe('w.ics');
    expect(decodeURIComponent(calendar?.href ?? '')).toContain('SUMMARY:Live');
  });

  test.each([
    { over: { startsAt: inDays(-1), endsAt: inDays(1) }, coming: true, because: 'it is under way' },
    { over: { startsAt: inDays(-0.02) }, coming: true, because: 'without an end it lasts an hour' },
    { over: { startsAt: inDays(-0.05) }, coming: false, because: 'the hour is over' },
  ])('is to come: $coming, since $because', async ({ over, coming }) => {
    guides([webinar(over)], {}, 'w');
    await expect.element(page.getByRole('heading', { name: 'Live' })).toBeVisible();
    expect(page.getByRole('link', { name: 'Open the session' }).elements()).toHaveLength(coming ? 1 : 0);
  });

  test('that is over turns into its recording', async () => {
    const recordingUrl = 'https://example.com/recording';
    const { controller } = guides([webinar({ startsAt: inDays(-20), recordingUrl })]);
    await button(/^Live Recording · Nov 2/).click();
    await expect.element(page.getByText('Held on November 2')).toBeVisible();
    await page.getByRole('link', { name: 'Watch the recording' }).click();
    expect(controller.followed).toEqual([recordingUrl]);
  });

  test('that is over without a recording says so and leads nowhere', async () => {
    const { element } = guides([webinar({ startsAt: inDays(-20) })], {}, 'w');
    await expect.element(page.getByText('There is no recording yet.')).toBeVisible();
    expect(inside(element, 'a')).toEqual([]);
  });
});
