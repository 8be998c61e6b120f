import { ButtonLink, Card, EmptyState, FeedbackIcon, HelpIcon, KpiStrip, ReportIcon } from '@banso/ui';
import { formatNumber } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { useEditor } from '../frame/editor-context.ts';
import { LoadedPart } from '../frame/loaded-part.tsx';
import { contentTexts } from '../texts/content.ts';
import { Participants } from './participants.tsx';
import { wordsOf } from '../texts/editor-words.ts';

const loadQuestions = () => import('./question-outcomes.tsx').then((part) => part.QuestionOutcomes);

/** What customers did with the content. */
export function ResultsTab() {
  const texts = wordsOf('results');
  const words = textsOf(contentTexts);
  const { model, go } = useEditor();
  const { id, version, last30Days } = model.record.value;
  const { kind } = model;
  if (version === null) {
    return (
      <div class="tabp">
        <EmptyState
          title={texts.nothing}
          icon={ReportIcon}
          action={
            <button type="button" class="btn" onClick={() => go({ tab: 'content' })}>
              {texts.toContent}
            </button>
          }
        >
          {texts.nothingWhat}
        </EmptyState>
      </div>
    );
  }
  return (
    <div class="tabp tabp-wide">
      <section aria-labelledby="last-30">
        <div class="row results-h">
          <h2 id="last-30" class="grow">
            {words.last30}
          </h2>
          <span class="muted xs">{texts.periodDays}</span>
        </div>
        <KpiStrip
          items={[
            { label: words.shown, value: formatNumber(last30Days.shown), below: texts.shownWhat },
            kind === 'survey'
              ? { label: words.answered, value: formatNumber(last30Days.answered), below: texts.answeredWhat }
              : {
                  label: words.opened,
                  value: formatNumber(last30Days.opened),
                  below: kind === 'announcement' ? texts.reactedWhat : texts.openedWhat,
                },
            ...(kind === 'resource' || kind === 'announcement'
              ? []
              : [
                  {
                    label: words.completed,
                    value: formatNumber(last30Days.completed),
                    below: texts.completedWhat[kind],
                  },
                ]),
            ...(kind === 'resource'
              ? []
              : [
                  {
                    label: words.dismissed,
                    value: formatNumber(last30Days.dismissed),
                    below: kind === 'announcement' ? texts.closedWhat : texts.dismissedWhat,
                  },
                ]),
          ]}
        />
      </section>
      <div class="row wrap results-a">
        <ButtonLink href={`/console/decisions?content=${id}`} icon={HelpIcon}>
          {texts.toDecisions}
        </ButtonLink>
      </div>
      {kind === 'checklist' && <Participants />}
      {kind === 'survey' && <LoadedPart load={loadQuestions} props={{ surveyId: id }} />}
      {kind === 'survey' && (
        <Card title={texts.answers}>
          <p class="ink2">{texts.answersWhat}</p>
          <div class="row wrap results-a">
            <ButtonLink href={`/console/reports/nps?survey=${id}`} icon={ReportIcon}>
              {texts.toNps}
            </ButtonLink>
            <ButtonLink href={`/console/feedback?survey=${id}`} icon={FeedbackIcon}>
              {texts.toFeedback}
            </ButtonLink>
          </div>
        </Card>
      )}
    </div>
  );
}
