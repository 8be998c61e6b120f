import { ChangedResponses, MarkedTests } from '@banso/contract/response-tags';
import { forget } from '../../data/query.ts';
import { api } from '../../data/session.ts';

/** What is done to several answers at once. */
export interface Change {
  addTags?: readonly string[];
  removeTags?: readonly string[];
  read?: boolean;
}
type Changed = ChangedResponses['data'][number];

/** Answers of one request; the API takes no more. */
const AT_ONCE = 200;
const PATH = '/v1/responses/changes';
const TESTS_PATH = '/v1/responses/tests';

/** Where tags of answers are listed. */
export const TAGS_PATH = '/v1/tags';

/**
 * Changes answers.
 * @returns what takes back exactly what was changed, answer by answer.
 * @throws {ApiError}
 */
export async function changeAnswers(ids: readonly string[], change: Change): Promise<() => Promise<void>> {
  const changed: Changed[] = [];
  try {
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const body = { responses: ids.slice(from, from + AT_ONCE), ...change };
      const answer = await api.call('POST', PATH, { schema: ChangedResponses, body });
      changed.push(...answer.data.data);
    }
  } finally {
    forgetAnswers();
  }
  return () => takeBack(changed, change.read);
}

/**
 * Calls answers tests, which count nowhere, or answers again.
 * @returns what takes it back for those that were not so already.
 * @throws {ApiError}
 */
export async function markTests(ids: readonly string[], test: boolean): Promise<() => Promise<void>> {
  const marked: string[] = [];
  try {
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const body = { responses: ids.slice(from, from + AT_ONCE), test };
      marked.push(...(await api.call('POST', TESTS_PATH, { schema: MarkedTests, body })).data.data);
    }
  } finally {
    forgetAnswers();
  }
  return async () => void (await markTests(marked, !test));
}

async function takeBack(changed: readonly Changed[], read: boolean | undefined): Promise<void> {
  // what was changed alike goes back together
  const alike = Map.groupBy(changed, ({ added, removed, marked }) =>
    JSON.stringify([added, removed, marked]),
  );
  try {
    for (const group of alike.values()) {
      const [first] = group;
      if (!first) continue;
      const back: Change = {
        ...(first.removed.length > 0 && { addTags: first.removed }),
        ...(first.added.length > 0 && { removeTags: first.added }),
        ...(first.marked && read !== undefined && { read: !read }),
      };
      if (Object.keys(back).length === 0) continue;
      for (let from = 0; from < group.length; from += AT_ONCE) {
        const responses = group.slice(from, from + AT_ONCE).map(({ id }) => id);
        await api.call('POST', PATH, { schema: ChangedResponses, body: { responses, ...back } });
      }
    }
  } finally {
    forgetAnswers();
  }
}

function forgetAnswers(): void {
  forget('/v1/responses');
  forget(TAGS_PATH);
  forget('/v1/my-day');
}
