import { audit, segments } from '@banso/database';
import type { Condition } from '@banso/domain/targeting';
import { SCORE_QUESTION } from '../contents/surveys.ts';
import type { Act } from './acts.ts';
import type { Stage } from './stage.ts';
import { inWorkspace } from './stage.ts';

/** Day of the calendar on which the team began to save audiences. */
const SAVED_ON = -31;

const stageIs = (value: string): Condition => ({
  type: 'trait',
  subject: 'account',
  key: 'lifecycle',
  op: 'is',
  value,
});

/** The audiences that the team keeps under a name; the last one, of advocates, is made of the others. */
export function segmentActs(stage: Stage): { acts: Act[]; advocates: string } {
  const { calendar, plan, newId, principalOf } = stage;
  const survey = plan.contents.find(({ slug }) => slug === 'relationship-nps');
  if (!survey) throw new RangeError('There is no survey');
  const at = calendar.at(SAVED_ON, 4);
  const [admins, promoters, leaving, advocates = ''] = [0, 1, 2, 3].map(() => newId('seg', at));
  const principal = principalOf('haruka');
  const saved: {
    id: string | undefined;
    slug: string;
    name: string;
    description: string;
    condition: Condition;
  }[] = [
    {
      id: admins,
      slug: 'admins',
      name: 'Admins',
      description: 'Who sets Kumo Notes up for the others.',
      condition: { type: 'trait', subject: 'contact', key: 'role', op: 'is', value: 'admin' },
    },
    {
      id: promoters,
      slug: 'promoters',
      name: 'Promoters of this half-year',
      description: 'Gave a nine or a ten in the relationship NPS.',
      condition: {
        type: 'answer',
        surveyId: survey.id,
        question: SCORE_QUESTION,
        op: 'band',
        value: 'promoter',
        withinDays: 180,
      },
    },
    {
      id: leaving,
      slug: 'accounts-at-risk',
      name: 'Accounts at risk',
      description: 'Leave them alone with requests.',
      condition: { type: 'any', of: [stageIs('at_risk'), stageIs('churned')] },
    },
    {
      id: advocates,
      slug: 'advocates',
      name: 'Advocates to ask',
      description: 'For references and case studies.',
      condition: {
        type: 'all',
        of: [
          { type: 'segment', segmentId: promoters ?? '' },
          { type: 'not', of: { type: 'segment', segmentId: leaving ?? '' } },
        ],
      },
    },
  ];
  const acts: Act[] = [
    {
      at,
      run: () =>
        inWorkspace(stage, async (db, workspaceId) => {
          for (const { id = '', ...said } of saved) {
            const record = { id, createdAt: at, updatedAt: at, updatedBy: principal.id, revision: 1 };
            await segments.create(db, workspaceId, { ...said, ...record });
            const change = { name: said.name };
            await audit.append(db, workspaceId, {
              at,
              principal,
              action: 'segment.create',
              target: id,
              change,
            });
          }
        }),
    },
  ];
  return { acts, advocates };
}
