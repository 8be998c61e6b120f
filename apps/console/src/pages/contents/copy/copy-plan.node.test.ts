import type { ImportedContent, ImportReport } from '@banso/contract/as-code';
import { describe, expect, test } from 'vitest';
import { copyPlan } from './copy-plan.ts';

const told = (path: string, over: Partial<ImportedContent> = {}): ImportedContent => ({
  path,
  kind: 'survey',
  id: null,
  name: path,
  outcome: 'created',
  status: null,
  nameBefore: null,
  tags: [],
  tagsBefore: null,
  changes: [],
  conflict: null,
  published: false,
  problems: [],
  ...over,
});
const report = (contents: ImportedContent[], names = {}): ImportReport => ({
  applied: false,
  contents,
  segments: [],
  themes: [],
  names,
});
const files = ['surveys/a.yaml', 'surveys/b.yaml', 'surveys/c.yaml'].map((path) => ({ path, text: '' }));

describe('a copy', () => {
  test('takes along what is not there yet, and leaves what is', () => {
    const plan = copyPlan(
      'surveys/b.yaml',
      files,
      report([
        told('surveys/a.yaml'),
        told('surveys/b.yaml', { outcome: 'changed' }),
        told('surveys/c.yaml', { outcome: 'changed' }),
      ]),
    );
    expect(plan.own.path).toBe('surveys/b.yaml');
    expect(plan.along.map(({ path }) => path)).toEqual(['surveys/a.yaml']);
    expect(plan.files.map(({ path }) => path)).toEqual(['surveys/a.yaml', 'surveys/b.yaml']);
  });

  test('takes segments along that are not there yet', () => {
    const segment = (path: string, outcome: 'created' | 'changed') => ({
      path,
      id: null,
      name: path,
      outcome,
      nameBefore: null,
      tags: [],
      tagsBefore: null,
      changes: [],
      conflict: null,
      actsOn: [],
      problems: [],
    });
    const segments = [segment('segments/new.yaml', 'created'), segment('segments/theirs.yaml', 'changed')];
    const all = [...files, ...segments.map(({ path }) => ({ path, text: '' }))];
    const plan = copyPlan('surveys/a.yaml', all, { ...report([told('surveys/a.yaml')]), segments });
    expect(plan.files.map(({ path }) => path)).toEqual(['surveys/a.yaml', 'segments/new.yaml']);
  });

  test('calls contents of the other workspace by their names', () => {
    const part = { type: 'content', contentId: 'srv_1', phase: 'answered', happened: true } as const;
    const { own } = copyPlan(
      'surveys/a.yaml',
      files,
      report(
        [told('surveys/a.yaml', { changes: [{ type: 'part_added', path: 'delivery.audience', part }] })],
        {
          srv_1: 'Relationship NPS',
        },
      ),
    );
    expect(own.changes).toMatchObject([{ part: { contentId: 'Relationship NPS' } }]);
  });
});
