import * as editorial from '@banso/contract/editorial';
import { type ChecklistBody, type PublishWarningCode, textIn } from '@banso/domain/content';
import { type Midway, type MidwayEffect, midwayOf } from '@banso/domain/onboarding';
import { RadioSegment, Skeleton, Status } from '@banso/ui';
import type * as z from 'zod';
import { useRead } from '../../../data/query.ts';
import { language } from '../../../data/session.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { recordPath } from '../content-kind.ts';
import type { ContentVersion } from '../model/content-draft.ts';
import { wordsOf } from '../texts/editor-words.ts';
import { lifecycleTexts } from '../texts/lifecycle.ts';
import { placeWords } from '../texts/place-words.ts';
import { useEditor } from './editor-context.ts';

type Warning = z.infer<typeof editorial.PublishWarning>;

/** What is worth a look, and what happens to those in the middle; nothing here keeps anybody from publishing. */
export function PublishChecks({
  published,
  midway: choice,
  onMidway,
  onLeave,
}: {
  published: ContentVersion | undefined;
  /** What becomes of those in the middle; undefined: nothing was chosen, they have the new version. */
  midway: Midway | undefined;
  onMidway: (to: Midway) => void;
  /** Somebody goes to a field. */
  onLeave: () => void;
}) {
  const { model } = useEditor();
  const texts = textsOf(lifecycleTexts).warnings;
  const { id, updatedAt } = model.record.value;
  const read = useRead(`${recordPath(model.kind, id)}/checks`, editorial.Checks, undefined, {
    of: updatedAt,
  });
  if (read.isPending) return <Skeleton shape="text" count={1} />;
  if (!read.data) return <p class="muted">{texts.failed}</p>;
  const { warnings, midway } = read.data.data;
  return (
    <>
      {midway && published && (
        <InTheMiddle
          counts={midway}
          before={published.draft.body as ChecklistBody}
          choice={choice ?? 'migrate'}
          onChoice={onMidway}
        />
      )}
      {warnings.length > 0 && (
        <section aria-label={texts.title}>
          <h3>{texts.title}</h3>
          <ul class="warns">
            {warnings.map((warning) => (
              <OneWarning
                key={`${warning.code} ${warning.path} ${warning.about?.id ?? ''}`}
                warning={warning}
                onLeave={onLeave}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function OneWarning({ warning, onLeave }: { warning: Warning; onLeave: () => void }) {
  const { model, goToField } = useEditor();
  const texts = textsOf(lifecycleTexts).warnings;
  const { path, code, about, count = 0 } = warning;
  const say = texts.code[code as PublishWarningCode];
  const isTheme = path.startsWith('theme.');
  return (
    <li>
      <Status tone="warn" label={say?.(about?.name ?? '', count) ?? code} small />{' '}
      {isTheme ? (
        <a href="/console/settings/themes">{texts.look}</a>
      ) : (
        <button
          type="button"
          class="link"
          onClick={() => {
            onLeave();
            goToField(path);
          }}
        >
          {placeWords(model.kind, path)}
        </button>
      )}
    </li>
  );
}

function InTheMiddle({
  counts: { unfinished, finished },
  before,
  choice,
  onChoice,
}: {
  counts: { unfinished: number; finished: number };
  before: ChecklistBody;
  choice: Midway;
  onChoice: (to: Midway) => void;
}) {
  const { model } = useEditor();
  const texts = textsOf(lifecycleTexts).midway;
  const body = model.draft.value.body as ChecklistBody;
  const say = useEffectWords();
  const canStay = unfinished > 0 && before.progressOf === body.progressOf;
  const stays = canStay && choice === 'stay';
  const lines = [
    texts.people(unfinished),
    ...(stays ? [texts.theyStay] : midwayOf(before, body).map(say)),
    ...(finished > 0 ? [texts.finished(finished)] : []),
  ];
  return (
    <>
      <ul class="cons">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {canStay && (
        <div>
          <RadioSegment
            label={texts.choice}
            value={choice}
            onChange={onChoice}
            options={[
              { value: 'migrate', label: texts.migrate },
              { value: 'stay', label: texts.stay },
            ]}
          />
        </div>
      )}
    </>
  );
}

function useEffectWords(): (effect: MidwayEffect) => string {
  const texts = textsOf(lifecycleTexts).midway;
  const { untitled } = wordsOf('publish');
  const { defaultLocale } = useEditor().model.draft.value;
  return (effect) => {
    if (effect.type === 'counted_anew') return texts.counted_anew[effect.progressOf];
    if (!('title' in effect)) return texts[effect.type];
    return texts.effect[effect.type](textIn(effect.title, language.value, defaultLocale) || untitled);
  };
}
