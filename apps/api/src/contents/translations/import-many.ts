import { createHash } from 'node:crypto';
import type { OpenTextsImportReport } from '@banso/contract/translation-report';
import type { ContentRecord } from '@banso/database';
import { type ImportPlan, isTaken, isTold, planImport, type PlannedText } from './import-plan.ts';
import { byContent, type TranslatedFile, unreadable } from './translated-file.ts';

/** What becomes of the part of a file that is for one content. */
export interface PartPlan {
  /** As the file says it. */
  id: string;
  name: string;
  /** Undefined where nothing can be taken into it. */
  record: ContentRecord | undefined;
  problem: OpenTextsImportReport['contents'][number]['problem'];
  plan: ImportPlan | undefined;
  texts: readonly PlannedText[];
}

/** The contents that a file is for. @throws {AppError} `invalid` when it does not say so. */
export function contentIdsOf(file: TranslatedFile): string[] {
  const ids = [...byContent(file).keys()];
  if (ids.includes('')) throw unreadable('each text must name its content, as exported');
  return ids;
}

/** Compares a file with the contents that it is for, in its order, by the rules of each. */
export function planMany(records: readonly ContentRecord[], file: TranslatedFile): PartPlan[] {
  const found = new Map(records.map((record) => [record.id, record]));
  return [...byContent(file)].map(([id, texts]): PartPlan => {
    const record = found.get(id);
    const name = record?.name ?? texts[0]?.content?.name ?? '';
    if (!record || !isTranslated(record, file.locale)) {
      const problem = record ? 'not_in_language' : 'unknown_content';
      return { id, name, record: undefined, problem, plan: undefined, texts: texts.map(unknown) };
    }
    const plan = planImport(record.kind, record.draft, { ...file, texts });
    return { id, name, record, problem: null, plan, texts: plan.texts };
  });
}

/** What a file has for a content, as the report tells it. */
export function reportOf(
  { id, name, problem, texts }: PartPlan,
  kinds: ReadonlyMap<string, ContentRecord['kind']>,
): OpenTextsImportReport['contents'][number] {
  return { id, kind: kinds.get(id) ?? null, name, problem, texts: texts.filter(isTold) };
}

/** The state of those contents that a file would change, as one ETag: another content, or any change of one, is another. */
export function etagOfMany(parts: readonly PartPlan[]): string {
  const state = parts
    .flatMap(({ record, texts }) =>
      record && texts.some(isTaken) ? [`${record.id} ${record.revision}`] : [],
    )
    .toSorted()
    .join('\n');
  return `"m${createHash('sha256').update(state).digest('base64url').slice(0, 22)}"`;
}

const isTranslated = ({ draft, status }: ContentRecord, locale: string): boolean =>
  status !== 'archived' && locale !== draft.defaultLocale && draft.locales.includes(locale);

const unknown = ({ key, target }: { key: string; target: string }): PlannedText => ({
  key,
  path: null,
  outcome: 'unknown',
  before: '',
  after: target,
});
