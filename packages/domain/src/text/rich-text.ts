/** The Markdown subset as a tree: what the widget can render without a parser and without HTML. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong' | 'emphasis'; of: readonly Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; href: string; of: readonly Inline[] }
  | { type: 'break' };

export type Block =
  | { type: 'paragraph'; of: readonly Inline[] }
  | { type: 'heading'; level: 2 | 3; of: readonly Inline[] }
  | { type: 'list'; ordered: boolean; items: readonly (readonly Block[])[] }
  | { type: 'quote'; of: readonly Block[] }
  | { type: 'code'; text: string };

export type RichText = readonly Block[];
