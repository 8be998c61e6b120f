import { DefinitionList } from '@banso/ui';
import { placeWords } from '../texts/place-words.ts';
import { useValueWords } from '../texts/use-value-words.ts';
import { useEditor } from './editor-context.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** Who gets the draft, where and when, in words. */
export function DeliverySummary() {
  const texts = wordsOf('publish');
  const { tab } = wordsOf('editor');
  const { model, go } = useEditor();
  const words = useValueWords();
  const { delivery } = model.draft.value;
  const lines: [string, unknown][] = [
    ['audience', delivery.audience],
    ['pages', delivery.pages],
    ['devices', delivery.devices],
    ['interruptive', delivery.interruptive],
    ...(delivery.samplePercent < 100 ? [['samplePercent', delivery.samplePercent] as [string, unknown]] : []),
    ...(delivery.verifiedOnly ? [['verifiedOnly', true] as [string, unknown]] : []),
    ...(delivery.startsAt ? [['startsAt', delivery.startsAt] as [string, unknown]] : []),
    ...(delivery.endsAt ? [['endsAt', delivery.endsAt] as [string, unknown]] : []),
  ];
  return (
    <section class="who" aria-label={texts.whoSees}>
      <div class="row">
        <h3 class="grow">{texts.whoSees}</h3>
        <button type="button" class="link" onClick={() => go({ tab: 'audience' })}>
          {tab.audience}
        </button>
        <button type="button" class="link" onClick={() => go({ tab: 'delivery' })}>
          {tab.delivery}
        </button>
      </div>
      <DefinitionList
        items={lines.map(([field, value]) => ({
          term: placeWords(model.kind, `delivery.${field}`),
          detail: words(`delivery.${field}`, value),
        }))}
      />
    </section>
  );
}
