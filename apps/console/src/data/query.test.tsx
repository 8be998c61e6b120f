import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import * as z from 'zod';
import { onPage } from '../pages/accounts/testing/on-page.tsx';
import { standIn } from '../pages/accounts/testing/stand-in.ts';
import { forget, usePages, useRead } from './query.ts';

const PATH = '/v1/topics';
const Word = z.object({ word: z.string() });

function Words() {
  const one = useRead(`${PATH}/one`, Word);
  const list = usePages(PATH, Word);
  return (
    <>
      <p>{one.data?.data.word}</p>
      <p>{list.data?.pages.flatMap(({ data }) => data.map(({ word }) => word)).join(' ')}</p>
    </>
  );
}

test('what changes while it is read for the first time is read once more', async () => {
  const now = { word: 'before' };
  const arrive: (() => void)[] = [];
  const read = async (body: unknown) => {
    await new Promise<void>((arrived) => arrive.push(arrived));
    return { body };
  };
  const asked = standIn({
    'GET /v1/topics/one': () => read({ ...now }),
    'GET /v1/topics': () => read({ data: [{ ...now }], nextCursor: null }),
  });
  onPage(<Words />);
  await expect.poll(() => arrive.length).toBe(2);
  // the server has answered, and the answers are on their way
  now.word = 'after';
  forget(PATH);
  forget(PATH);
  for (const arrived of arrive.splice(0)) arrived();
  await expect.element(page.getByText('before').first()).toBeVisible();
  await expect.poll(() => arrive.length).toBe(2);
  for (const arrived of arrive.splice(0)) arrived();
  await expect.poll(() => page.getByText('after').all().length).toBe(2);
  expect(asked).toHaveLength(4);
});
