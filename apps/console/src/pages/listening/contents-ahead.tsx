import { Card, Table } from '@banso/ui';
import type { TableColumn } from '@banso/ui';
import { formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import type { Ahead } from './outcomes.ts';
import { tallyOf, visitsIn } from './outcomes.ts';
import { listeningTexts } from './texts.ts';

/** Everything that opens by itself, with what becomes of it in all days; one of them is shown day by day. */
export function ContentsAhead(props: {
  contents: readonly Ahead[];
  chosen: string;
  onChoose: (id: string) => void;
}) {
  const texts = textsOf(listeningTexts);
  const { contents, chosen, onChoose } = props;
  return (
    <Card title={texts.contents} flush>
      <Table
        caption={texts.contents}
        columns={columns(chosen, onChoose)}
        rows={contents}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
      />
    </Card>
  );
}

function columns(chosen: string, onChoose: (id: string) => void): TableColumn<Ahead>[] {
  const texts = textsOf(listeningTexts);
  const number = (of: (content: Ahead) => number) => (content: Ahead) => formatNumber(of(content));
  return [
    {
      id: 'content',
      header: texts.content,
      rowHeader: true,
      phone: 'title',
      cell: ({ id, name }) => (
        <button
          type="button"
          class="num med ahead-c"
          aria-pressed={id === chosen}
          onClick={() => onChoose(id)}
        >
          {name}
        </button>
      ),
    },
    { id: 'visits', header: texts.visits, align: 'end', cell: number(({ days }) => visitsIn(days)) },
    {
      id: 'asked',
      header: texts.outcomes.asked,
      align: 'end',
      phone: 'end',
      cell: number(({ days }) => tallyOf(days).asked),
    },
    {
      id: 'budget',
      header: texts.outcomes.budget,
      align: 'end',
      cell: number(({ days }) => tallyOf(days).budget),
    },
  ];
}
