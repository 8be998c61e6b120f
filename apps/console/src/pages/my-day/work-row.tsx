import {
  AccountIcon,
  CaseIcon,
  Button,
  CheckIcon,
  ConnectionIcon,
  DeleteIcon,
  EditIcon,
  Icon,
  IconButton,
  ListRow,
  MentionIcon,
  OnboardingIcon,
  RenewalIcon,
  Score,
  SurveyIcon,
  TaskIcon,
} from '@banso/ui';
import type { IconShape, RowProps } from '@banso/ui';
import { useLocation } from 'preact-iso';
import { textsOf } from '../../texts/use-texts.ts';
import { myDayTexts } from './texts.ts';
import { hrefOf, numberIn } from './work.ts';
import type { Work } from './work.ts';
import { quoteOf, reasonsOf, sentenceOf } from './work-words.ts';

const ICONS: Readonly<Record<Work['kind'], IconShape>> = {
  install: ConnectionIcon,
  case: CaseIcon,
  detractor: SurveyIcon,
  unread_comment: SurveyIcon,
  renewal_window: RenewalIcon,
  stalled_onboarding: OnboardingIcon,
  quiet_account: AccountIcon,
  erasure_request: DeleteIcon,
  review: EditIcon,
  mention: MentionIcon,
  task: TaskIcon,
};

/** One thing to do: what, why, and one action; an answer can be marked as read, a task ticked off, without opening it. */
export function WorkRow(props: {
  work: Work;
  active: boolean;
  rowProps: RowProps;
  /** Undefined when this member may not, or when that takes more than a press. */
  onMark: (() => void) | undefined;
}) {
  const { work, active, rowProps, onMark } = props;
  const texts = textsOf(myDayTexts);
  const { route } = useLocation();
  const score = numberIn(work, 'score');
  const sentence = sentenceOf(work);
  return (
    <ListRow
      active={active}
      rowProps={rowProps}
      leading={
        score === undefined ? (
          <span class="day-tile">
            <Icon of={ICONS[work.kind]} />
          </span>
        ) : (
          <Score value={score} label={texts.withScore(score)} />
        )
      }
      title={sentence}
      reasons={reasonsOf(work)}
      quote={quoteOf(work)}
      actions={
        <>
          <Button small variant={active ? 'primary' : 'secondary'} onClick={() => route(hrefOf(work))}>
            {actionOf(work)}
          </Button>
          {onMark && (
            <IconButton
              icon={CheckIcon}
              label={work.kind === 'task' ? texts.markDone(sentence) : texts.markRead(sentence)}
              onClick={onMark}
            />
          )}
        </>
      }
    />
  );
}

function actionOf(work: Work): string {
  const texts = textsOf(myDayTexts);
  switch (work.kind) {
    case 'install':
      return texts.openInstall;
    case 'detractor':
    case 'unread_comment':
      return texts.openAnswer;
    case 'case':
      return texts.openCase;
    case 'erasure_request':
      return texts.openPerson;
    case 'review':
      return texts.openDraft;
    case 'mention':
      return texts.openNote;
    case 'task':
      return texts.openTask;
    case 'stalled_onboarding':
    case 'renewal_window':
    case 'quiet_account':
      return work.account || !work.contact ? texts.openAccount : texts.openPerson;
  }
}
