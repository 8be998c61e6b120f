import { ExperimentReport, WinnerRequest } from '@banso/contract/experiment';
import { contents, type ContentDraft } from '@banso/database';
import { bodiesOf, bodyOf } from '@banso/domain/content';
import { shareOf } from '@banso/domain/experiment';
import { dayOf } from '@banso/domain/time';
import type { Deps } from '../app-env.ts';
import { AppError } from '../errors.ts';
import { experimentReadout } from '../experiment-readout.ts';
import { body, json, operation, router } from '../operation.ts';
import { contentDesk } from './desk.ts';
import { latestRun } from './experiment-run.ts';
import type { Kind } from './kinds.ts';
import { change, memberOf } from './lifecycle.ts';

/** More versions than anybody publishes; the latest experiment is among the newest. */
const MOST_VERSIONS = 500;

/** What a content does beyond what would have happened without it, and which of its variants does more. Mounted once for each kind. */
export function experimentRoutes(deps: Deps, kind: Kind) {
  const { path, tags, Params, IfMatch, recordJson, reading, changing, answer } = contentDesk(deps, kind);
  const routes = router().openapi(
    operation('read', {
      method: 'get',
      path: `${path}/{id}/experiment`,
      tags,
      summary: 'Compare those who get it with its control group, and its variants with each other',
      description:
        'The latest experiment of the published versions, by how people or accounts were assigned (intention to treat). `readout.state` is `too_early` until each arm has its planned size: do not conclude anything before. Shares have 95 % Wilson intervals. Each comparison is of two arms; the intervals of all of them hold together in 95 of 100 experiments (Bonferroni), those of shares are Newcombe 1998. Days to the goal are whole UTC days.',
      request: { params: Params },
      responses: {
        200: json(ExperimentReport, 'The arms, their differences, and whether these can be trusted'),
      },
    }),
    async (c) => {
      const report = await reading(
        c,
        c.req.valid('param').id,
        async ({ id, version }, { workspaceId, at }, db): Promise<ExperimentReport> => {
          const versions = await contents.listVersions(db, workspaceId, id, { limit: MOST_VERSIONS });
          const run = latestRun(versions, version ?? 0);
          const asOf = dayOf(run?.endedAt ?? at);
          const scale = run && scaleIn(run.draft);
          return {
            experiment: run?.experiment ?? null,
            startedAt: run?.startedAt ?? null,
            endedAt: run?.endedAt ?? null,
            isMixed: run?.isMixed ?? false,
            asOf,
            scale: scale ?? null,
            readout: run
              ? await experimentReadout(db, workspaceId, {
                  experiment: run.experiment,
                  of: id,
                  since: run.startedAt,
                  asOf,
                  scale,
                })
              : null,
          };
        },
      );
      return c.json(report, 200);
    },
  );
  if (kind.kind !== 'checklist' && kind.kind !== 'survey') return routes;
  return routes.openapi(
    operation('write', {
      method: 'post',
      path: `${path}/{id}/winner`,
      tags,
      summary: 'End its variants: the draft becomes the chosen one, without an experiment',
      description:
        'Customers see it from the next publication on. Who has finished a checklist is not asked again, and steps of the same key stay done.',
      request: { params: Params, headers: IfMatch, body: body(WinnerRequest) },
      responses: { 200: recordJson },
    }),
    async (c) => {
      const chosen = c.req.valid('json').variant;
      const { act, record } = await changing(c, c.req.valid('param').id, (found, by, db) => {
        const plan = found.draft.delivery.experiment?.variants;
        const key = chosen === 'base' ? null : chosen;
        const winner = plan && bodyOf(found.draft, key);
        if (!winner) throw noVariant(chosen);
        const said = { variant: chosen, name: shareOf(plan, key)?.name ?? '' };
        const draft = withoutExperiment(found.draft, winner);
        return change(db, by, 'winner', found, { draft, edited: true, draftedBy: memberOf(by) }, said);
      });
      return c.json(await answer(c, act, record), 200);
    },
  );
}

/** The first scale that all variants ask for under one key. */
function scaleIn(draft: ContentDraft) {
  const asked = bodiesOf(draft).map(({ body: each }) => ('questions' in each ? each.questions : []));
  const [base = [], ...others] = asked;
  for (const question of base) {
    if (!('labels' in question)) continue;
    const { key, type } = question;
    if (others.every((questions) => questions.some((one) => one.key === key && one.type === type)))
      return { question: key, type };
  }
  return undefined;
}

function withoutExperiment(
  { variants: _others, delivery, ...draft }: ContentDraft,
  winner: ContentDraft['body'],
): ContentDraft {
  const { experiment: _ended, ...kept } = delivery;
  return { ...draft, delivery: kept, body: winner };
}

const noVariant = (variant: string) =>
  new AppError('invalid', 'variant: the draft has no such variant', {
    errors: [{ path: 'variant', code: 'unknown_variant', message: `the draft has no variant ${variant}` }],
  });
