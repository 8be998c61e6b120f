import { common } from '@banso/contract';
import * as decision from '@banso/contract/decision';
import { Button, Card, EmptyState, ErrorState, Field, HelpIcon, Select, Skeleton } from '@banso/ui';
import { useState } from 'preact/hooks';
import { useRead } from '../../data/query.ts';
import { useUrlState } from '../../data/url-state.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { InstantField } from '../contents/fields/instant-field.tsx';
import { LoadedPart } from '../contents/frame/loaded-part.tsx';
import { useSegmentNames } from '../contents/audience/use-segment-names.ts';
import { useEditorWords } from '../contents/texts/editor-words.ts';
import { DecisionChanges } from './decision-changes.tsx';
import { DecisionLine } from './decision-line.tsx';
import './decisions.css';
import { decisionTexts } from './texts.ts';
import type { NameOf } from './told.ts';

const loadWhatIf = () => import('./what-if.tsx').then((part) => part.WhatIf);

/** So many stand there at once, the others behind a press. */
const FIRST = 5;

/** Props of {@link WhyCard}. */
export interface WhyCardProps {
  contactId: string;
  name: string;
}

/** What one person was shown at a moment and what not, each with its reason; how it changed, and what would change it. */
export function WhyCard({ contactId, name }: WhyCardProps) {
  const texts = textsOf(decisionTexts);
  const words = useEditorWords();
  const [query, change] = useUrlState();
  const [opened] = useState(() => new Date().toISOString());
  const [isSupposing, setSupposing] = useState(false);
  const at = query['when'] ?? opened;
  const read = useRead('/v1/decisions', common.page(decision.Decision), {
    contact: contactId,
    at,
    limit: 200,
  });
  const all = read.data?.data.data ?? [];
  const content = all.find((one) => one.content.id === query['content'])?.content.id;
  // what was held back is what somebody asks about
  const shown = all
    .filter((one) => content === undefined || one.content.id === content)
    .toSorted((one, other) => Number(other.outcome === 'held') - Number(one.outcome === 'held'));
  const segments = useSegmentNames();
  const nameOf = (id: string) =>
    all.find((one) => one.content.id === id)?.content.name ??
    segments.find((segment) => segment.id === id)?.name;
  const isReady = words.status === 'ready';

  return (
    <Card
      title={texts.title}
      busy={read.isPending}
      id="why"
      actions={
        <>
          <Button
            small
            variant="ghost"
            icon={HelpIcon}
            aria-expanded={isSupposing}
            onClick={() => setSupposing(!isSupposing)}
          >
            {texts.whatIf.open}
          </Button>
          <a class="xs why-all" href={`/console/decisions?contact=${contactId}`}>
            {texts.all}
          </a>
        </>
      }
    >
      <div class="fields two">
        <InstantField
          label={texts.when}
          value={at}
          onInstant={(to) => to !== undefined && change({ when: to })}
        />
        <Field label={texts.content}>
          <Select
            options={[
              { value: '', label: texts.allContent },
              ...all.map((one) => ({ value: one.content.id, label: one.content.name })),
            ]}
            value={content ?? ''}
            onValue={(to) => change({ content: to || undefined })}
          />
        </Field>
      </div>
      {isSupposing && <LoadedPart load={loadWhatIf} props={{ contactId, nameOf }} shape="text" />}
      {(read.isPending || words.status === 'loading') && <Skeleton shape="text" />}
      {((read.error && all.length === 0) || words.status === 'failed') && (
        <ErrorState
          title={texts.failed}
          requestId={read.error?.requestId}
          onRetry={() => {
            words.retry();
            void read.refetch();
          }}
          retrying={read.isFetching}
        >
          {texts.failedWhat}
        </ErrorState>
      )}
      {read.isSuccess && all.length === 0 && (
        <EmptyState icon={HelpIcon} title={texts.none}>
          {texts.noneWhat}
        </EmptyState>
      )}
      {isReady && shown.length > 0 && <Lines of={shown.slice(0, FIRST)} who={name} nameOf={nameOf} />}
      {isReady && shown.length > FIRST && (
        <details class="why-more">
          <summary>{texts.more(shown.length - FIRST)}</summary>
          <Lines of={shown.slice(FIRST)} who={name} nameOf={nameOf} />
        </details>
      )}
      {isReady && content !== undefined && (
        <DecisionChanges contactId={contactId} contentId={content} who={name} nameOf={nameOf} />
      )}
    </Card>
  );
}

function Lines({ of, who, nameOf }: { of: readonly decision.Decision[]; who: string; nameOf: NameOf }) {
  return (
    <ul class="why">
      {of.map((one) => (
        <DecisionLine key={one.id} one={one} who={who} nameOf={nameOf} />
      ))}
    </ul>
  );
}
