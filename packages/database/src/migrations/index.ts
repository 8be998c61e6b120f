import type { Migration } from 'kysely/migration';
import { first } from './2026-11-21-first.ts';
import { budget } from './2026-11-22-budget.ts';
import { decisions } from './2026-11-22-decisions.ts';
import { lifecycle } from './2026-11-22-lifecycle.ts';
import { messages } from './2026-11-22-messages.ts';
import { preferences } from './2026-11-22-preferences.ts';
import { privacy } from './2026-11-22-privacy.ts';
import { speed } from './2026-11-22-speed.ts';
import { surveys } from './2026-11-22-surveys.ts';
import { targeting } from './2026-11-22-targeting.ts';
import { transactions } from './2026-11-22-transactions.ts';
import { trials } from './2026-11-22-trials.ts';
import { answerOrder } from './2026-11-22-u-answer-order.ts';
import { renewals } from './2026-11-22-v-renewals.ts';
import { tags } from './2026-11-22-v-tags.ts';
import { tracking } from './2026-11-22-v-tracking.ts';
import { variants } from './2026-11-22-v-variants.ts';
import { themes } from './2026-11-22-w-themes.ts';
import { cases } from './2026-11-23-cases.ts';
import { history } from './2026-11-23-history.ts';
import { inbox } from './2026-11-23-inbox.ts';
import { journeys } from './2026-11-23-journeys.ts';
import { scoreSegments } from './2026-11-23-scores.ts';
import { topics } from './2026-11-23-topics.ts';
import { alerts } from './2026-11-23-x-alerts.ts';
import { figures } from './2026-11-23-xa-figures.ts';
import { desk } from './2026-11-23-xb-desk.ts';
import { links } from './2026-11-23-z-links.ts';
import { teams } from './2026-11-23-za-teams.ts';
import { mergedCases } from './2026-11-23-zb-merged-cases.ts';
import { staying } from './2026-11-23-zb-staying.ts';
import { health } from './2026-11-23-zc-health.ts';
import { testAnswers } from './2026-11-23-zc-test-answers.ts';
import { dropLooks } from './2026-11-23-zd-drop-looks.ts';
import { mail } from './2026-11-23-zf-mail.ts';
import { tasks } from './2026-11-24-a-tasks.ts';

/** Every migration by its dated name; they run in the order of their names. Frozen once released. */
export const migrationsFor = (postgres: boolean): Readonly<Record<string, Pick<Migration, 'up'>>> => ({
  '2026-11-21-first': first(postgres),
  '2026-11-22-budget': budget(postgres),
  '2026-11-22-decisions': decisions(postgres),
  '2026-11-22-lifecycle': lifecycle(postgres),
  '2026-11-22-messages': messages(postgres),
  '2026-11-22-preferences': preferences(postgres),
  '2026-11-22-privacy': privacy(postgres),
  '2026-11-22-speed': speed(postgres),
  '2026-11-22-surveys': surveys(postgres),
  '2026-11-22-targeting': targeting(postgres),
  '2026-11-22-transactions': transactions(postgres),
  '2026-11-22-trials': trials(postgres),
  '2026-11-22-u-answer-order': answerOrder(postgres),
  '2026-11-22-v-renewals': renewals(postgres),
  '2026-11-22-v-tags': tags(postgres),
  '2026-11-22-v-tracking': tracking(postgres),
  '2026-11-22-v-variants': variants(postgres),
  '2026-11-22-w-themes': themes(postgres),
  '2026-11-23-cases': cases(postgres),
  '2026-11-23-history': history(postgres),
  '2026-11-23-inbox': inbox(postgres),
  '2026-11-23-journeys': journeys(postgres),
  '2026-11-23-scores': scoreSegments(postgres),
  '2026-11-23-topics': topics(postgres),
  '2026-11-23-x-alerts': alerts(postgres),
  '2026-11-23-xa-figures': figures(postgres),
  '2026-11-23-xb-desk': desk(postgres),
  '2026-11-23-z-links': links(postgres),
  '2026-11-23-za-teams': teams(postgres),
  '2026-11-23-zb-merged-cases': mergedCases(postgres),
  '2026-11-23-zb-staying': staying(),
  '2026-11-23-zc-health': health(postgres),
  '2026-11-23-zc-test-answers': testAnswers(postgres),
  '2026-11-23-zd-drop-looks': dropLooks(postgres),
  '2026-11-23-zf-mail': mail(postgres),
  '2026-11-24-a-tasks': tasks(postgres),
});
