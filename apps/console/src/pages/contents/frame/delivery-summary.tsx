import { DefinitionList } from '@banso/ui';
import { textsOf } from '../../../texts/use-texts.ts';
import { editorTexts } from '../texts/editor.ts';
import { placeWords } from '../texts/places.ts';
import { publishTexts } from '../texts/publish.ts';
import { useValueWords } from '../texts/use-value-words.ts';
import { useEditor } from './editor-context.ts';

/** Who gets the draft, where and when, in words. */
export function DeliverySummary() {
  const texts = textsOf(publishTexts);
  const { tab } = textsOf(editorTexts);
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
