import type { common } from '@banso/contract';
import { Card, CodeBlock, DefinitionList } from '@banso/ui';
import { formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { recordTexts } from './record-texts.ts';

/** What the customer's product told; `call` is how it would. */
export function TraitsCard({ traits, call }: { traits: common.Traits; call: string }) {
  const texts = textsOf(recordTexts);
  const items = Object.entries(traits).toSorted(([one], [other]) => one.localeCompare(other));
  const words = (value: string | number | boolean) => {
    if (typeof value === 'boolean') return value ? texts.yes : texts.no;
    return typeof value === 'number' ? formatNumber(value) : value;
  };
  return (
    <Card title={texts.traits} meta={items.length > 0 ? texts.traitsMeta : undefined}>
      {items.length === 0 ? (
        <div class="stack">
          <p class="muted">{texts.noTraits}</p>
          <CodeBlock label={texts.traits} caption="banso" code={call} language="js" />
        </div>
      ) : (
        <DefinitionList items={items.map(([term, value]) => ({ term, detail: words(value) }))} />
      )}
    </Card>
  );
}
