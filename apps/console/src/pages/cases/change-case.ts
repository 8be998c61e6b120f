import { Case, CaseBulkChanged } from '@banso/contract/cases';
import type { CaseChange } from '@banso/contract/cases';
import { ApiError } from '../../data/api.ts';
import { forget } from '../../data/query.ts';
import { api } from '../../data/session.ts';
import { toaster } from '../../shell/toaster.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { caseTexts } from './texts.ts';

/** Cases are read again wherever they are on the screen. */
export function forgetCases(): void {
  forget('/v1/cases');
  forget('/v1/my-day');
  forget('/v1/reports/loop');
}

/**
 * Changes a case and says so, with the way back.
 * @param back - What undoes it; undefined: nothing does.
 * @param etag - Of the state that was seen; without it whatever stands there is changed.
 */
export async function changeCase(
  id: string,
  change: CaseChange,
  { done, back, etag = '*' }: { done: string; back?: CaseChange | undefined; etag?: string | undefined },
): Promise<void> {
  const texts = textsOf(caseTexts);
  try {
    await api.call('PATCH', `/v1/cases/${id}`, { schema: Case, body: change, etag });
    toaster.show({
      message: done,
      ...(back && { undo: () => void undo(id, back) }),
    });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    toaster.show({ message: error.status === 412 ? texts.conflict : texts.notDone });
  } finally {
    forgetCases();
  }
}

/** The list shows that it is undone; only a refusal needs words. */
async function undo(id: string, back: CaseChange): Promise<void> {
  try {
    await api.call('PATCH', `/v1/cases/${id}`, { schema: Case, body: back, etag: '*' });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    toaster.show({ message: textsOf(caseTexts).notDone });
  } finally {
    forgetCases();
  }
}

/** Changes several cases in the same way, and says how many it did not fit. @returns whether it was done. */
export async function changeCases(
  cases: readonly Case[],
  change: CaseChange,
  backOf: (of: Case) => CaseChange | undefined,
): Promise<boolean> {
  const texts = textsOf(caseTexts);
  try {
    const { data } = await api.call('POST', '/v1/cases/bulk', {
      schema: CaseBulkChanged,
      body: { cases: cases.map(({ id }) => id), change },
    });
    const { changed, refused } = data;
    const undo = () =>
      void takeBack(
        cases.filter(({ id }) => changed.includes(id)),
        backOf,
      );
    toaster.show({
      message:
        refused.length > 0
          ? texts.someRefused(changed.length, refused.length)
          : texts.changedMany(changed.length),
      ...(changed.length > 0 && { undo }),
    });
    return true;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    toaster.show({ message: texts.notDone });
    return false;
  } finally {
    forgetCases();
  }
}

/** Brings each case back to what it was: those that were alike, together. */
async function takeBack(cases: readonly Case[], backOf: (of: Case) => CaseChange | undefined): Promise<void> {
  const ways = cases.flatMap((of) => {
    const back = backOf(of);
    return back ? [{ id: of.id, body: JSON.stringify(back) }] : [];
  });
  try {
    for (const [body, its] of Map.groupBy(ways, (way) => way.body))
      await api.call('POST', '/v1/cases/bulk', {
        schema: CaseBulkChanged,
        body: { cases: its.map(({ id }) => id), change: JSON.parse(body) as CaseChange },
      });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    toaster.show({ message: textsOf(caseTexts).notDone });
  } finally {
    forgetCases();
  }
}

/** Opens a case by hand. @returns its id; undefined when that was refused, which is said. */
export async function openCaseFor(contactId: string, responseId?: string): Promise<string | undefined> {
  const texts = textsOf(caseTexts);
  try {
    const body = { contactId, ...(responseId !== undefined && { responseId }) };
    const { data } = await api.call('POST', '/v1/cases', { schema: Case, body });
    toaster.show({ message: texts.opened });
    return data.id;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    toaster.show({ message: texts.notDone });
    return undefined;
  } finally {
    forgetCases();
  }
}
