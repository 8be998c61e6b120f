import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Colleagues, FORGET_MS, TELL_MS, watchColleagues } from './colleagues.ts';

/** Editors that hear everything that each of them tells, as over the live feed. */
class Feed {
  readonly editors = new Map<string, Colleagues>();
  readonly told: string[] = [];

  open(tab: string, name = tab, contentId = 'chk_1'): Colleagues {
    const colleagues = watchColleagues(contentId, tab, (left) => {
      this.told.push(tab);
      // the answer of the server comes later
      setTimeout(() => {
        for (const editor of this.editors.values())
          editor.hear({ contentId, tab, member: { id: `mem_${name}`, name }, left });
      });
    });
    this.editors.set(tab, colleagues);
    return colleagues;
  }
  close(tab: string): void {
    this.editors.get(tab)?.stop();
    this.editors.delete(tab);
  }
}
const namesIn = ({ others }: Colleagues) => others.value.map(({ name }) => name);

let feed: Feed;
beforeEach(() => {
  vi.useFakeTimers();
  feed = new Feed();
});
afterEach(() => void vi.useRealTimers());

test('whoever comes is known at once, and learns at once who was there', async () => {
  const mika = feed.open('mika');
  await vi.advanceTimersByTimeAsync(TELL_MS / 2);
  const ren = feed.open('ren');
  await vi.advanceTimersByTimeAsync(10);
  expect([namesIn(mika), namesIn(ren)]).toEqual([['ren'], ['mika']]);
});

test('greetings come to an end', async () => {
  for (const tab of ['a', 'b', 'c', 'd']) feed.open(tab);
  await vi.advanceTimersByTimeAsync(100);
  expect(feed.told.length).toBeLessThanOrEqual(4 + 4 * 3);
});

test('whoever leaves is gone at once; who only falls silent, after a while', async () => {
  const mika = feed.open('mika');
  feed.open('ren');
  feed.open('jun');
  await vi.advanceTimersByTimeAsync(10);
  feed.close('ren');
  await vi.advanceTimersByTimeAsync(10);
  expect(namesIn(mika)).toEqual(['jun']);
  // its network went away: it goes on telling nobody
  mika.hear({ contentId: 'chk_1', tab: 'far', member: { id: 'mem_far', name: 'far' }, left: false });
  await vi.advanceTimersByTimeAsync(FORGET_MS - 1);
  expect(namesIn(mika)).toEqual(['jun', 'far']);
  await vi.advanceTimersByTimeAsync(1);
  expect(namesIn(mika)).toEqual(['jun']);
});

test('a tab that nobody looks at is away until it is looked at again', async () => {
  const mika = feed.open('mika');
  const ren = feed.open('ren');
  await vi.advanceTimersByTimeAsync(10);
  ren.setAway(true);
  await vi.advanceTimersByTimeAsync(TELL_MS * 2);
  expect([namesIn(mika), namesIn(ren)]).toEqual([[], ['mika']]);
  ren.setAway(false);
  await vi.advanceTimersByTimeAsync(10);
  expect(namesIn(mika)).toEqual(['ren']);
});

test('one’s own other tab counts, another content does not', async () => {
  const first = feed.open('tab-1', 'mika');
  feed.open('tab-2', 'mika');
  feed.open('tab-3', 'ren', 'chk_2');
  await vi.advanceTimersByTimeAsync(10);
  expect(first.others.value).toEqual([{ id: 'mem_mika', name: 'mika', tab: 'tab-2' }]);
});
