import type { CountedResponse } from './responses.ts';
import type { Row } from './lines.ts';
import { bump, day, hour, line, tally } from './lines.ts';

/** The order in which scores were given. */
export const byScoreTime = (a: CountedResponse, b: CountedResponse) =>
  `${a.scoreAt} ${a.id}` < `${b.scoreAt} ${b.id}` ? -1 : 1;

/** What was known of who answered when a response began; the log does not tell it. */
type Known = ReadonlyMap<unknown, Row>;
const account = (row: Row | undefined) => [
  row?.['account_plan'] ?? '',
  row?.['account_owner'] ?? '',
  row?.['account_lifecycle'] ?? '',
  row?.['account_id'] ?? '',
  row?.['decides'],
];

/** The histograms by everything that is known of who answered. */
export function segmentsOf(
  responses: readonly CountedResponse[],
  known: Known,
  superseded: ReadonlyMap<string, string>,
): string[] {
  const counts = new Map<string, number>();
  for (const r of responses) {
    const [plan, owner, lifecycle, accountId, decides] = account(known.get(r.id));
    const numbers = r.answers.filter(({ walked, value }) => walked && typeof value === 'number');
    for (const { question, value, at } of numbers) {
      const isScore = question === r.scoreKey;
      const dimensions = [
        ['', ''],
        ['version', r.version],
        ['locale', r.locale],
        ['plan', plan],
        ['owner', owner],
        ['lifecycle', lifecycle],
        ...(isScore && accountId !== '' ? [['account', accountId]] : []),
        ...(isScore && accountId !== '' && decides === 1 ? [['decider', accountId]] : []),
      ];
      for (const [dimension, of] of dimensions)
        for (const [span, hourOfDay] of [
          ['day', 0],
          ['hour', Number(at.slice(11, 13))],
        ]) {
          const key = line(
            r.content_id,
            isScore ? '' : question,
            dimension,
            of,
            r.verified,
            span,
            day(at),
            hourOfDay,
          );
          bump(counts, line(key, `all_${Number(value)}`));
          if (isScore && !superseded.has(r.id)) bump(counts, line(key, `latest_${Number(value)}`));
        }
    }
  }
  return tally(counts);
}

/** Scores by hour, those that the same person followed by another, and which those are. */
export function scoresOf(responses: readonly CountedResponse[], known: Known) {
  const [hours, repeats, superseded] = [
    new Map<string, [number, number]>(),
    new Map<string, number>(),
    new Map<string, string>(),
  ];
  const scored = responses.filter((r) => r.score !== null);
  for (const theirs of Map.groupBy(scored, (r) => `${r.contact_id} ${r.content_id}`).values()) {
    const ordered = theirs.toSorted(byScoreTime);
    for (const [index, r] of ordered.entries()) {
      const segment = [r.version, r.locale, r.verified, r.score];
      const next = ordered[index + 1];
      const [count, latest] = hours.get(line(r.content_id, hour(String(r.scoreAt)), ...segment)) ?? [0, 0];
      hours.set(line(r.content_id, hour(String(r.scoreAt)), ...segment), [
        count + 1,
        latest + (next ? 0 : 1),
      ]);
      if (!next) continue;
      superseded.set(r.id, String(next.scoreAt));
      const [from, to] = [hour(String(r.scoreAt)), hour(String(next.scoreAt))];
      bump(
        repeats,
        line(
          r.content_id,
          Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000),
          to,
          from,
          ...segment,
          next.score,
          ...account(known.get(r.id)),
        ),
      );
    }
  }
  return {
    hours: [...hours].map(([key, [count, latest]]) => line(key, count, latest)).toSorted(),
    repeats: tally(repeats),
    superseded,
  };
}

/** What somebody answers with; see `histogramsBy`. */
type By = 'locale' | 'lifecycle' | 'account' | 'decider';
const BY: Readonly<Record<By, (row: Row) => string>> = {
  locale: (row) => String(row['locale']),
  lifecycle: (row) => String(row['account_lifecycle'] ?? ''),
  account: (row) => String(row['account_id'] ?? ''),
  decider: (row) => (row['decides'] === 1 ? String(row['account_id'] ?? '') : ''),
};

/** The scores in a window, one per person: the latest in it. Straight from the responses. */
function latestIn(
  rows: readonly Row[],
  contentId: string,
  { from, to }: { from: string; to: string },
): Row[] {
  const inside = rows
    .filter(
      (row) =>
        row['content_id'] === contentId &&
        row['score'] !== null &&
        row['is_test'] !== 1 &&
        String(row['score_at']) >= from &&
        String(row['score_at']) < to,
    )
    .toSorted((a, b) => (line(a['score_at'], a['id']) < line(b['score_at'], b['id']) ? -1 : 1));
  return [...new Map(inside.map((row) => [row['contact_id'], row])).values()];
}

const histogramOf = (rows: readonly Row[]) =>
  Array.from({ length: 11 }, (_, score) => rows.filter((row) => row['score'] === score).length);

/** Answers by score in a window, one per person: the latest in it. Straight from the responses. */
export function histogramFromRows(
  rows: readonly Row[],
  contentId: string,
  window: { from: string; to: string },
): number[] {
  return histogramOf(latestIn(rows, contentId, window));
}

/** The same by what is known of who answered. */
export function histogramsFromRows(
  rows: readonly Row[],
  contentId: string,
  window: { from: string; to: string },
  by: By,
): Map<string, number[]> {
  const groups = Map.groupBy(latestIn(rows, contentId, window), BY[by]);
  if (by === 'account' || by === 'decider') groups.delete('');
  return new Map([...groups].map(([value, its]) => [value, histogramOf(its)]));
}
