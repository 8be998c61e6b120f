import type { Block, Inline, RichText } from './rich-text.ts';

/** The words of a rich text without their form: one line for each block, item and line break. */
export function plainText(text: RichText): string {
  return text.map(textOfBlock).join('\n');
}

function textOfBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return textOfInlines(block.of);
    case 'list':
      return block.items.map(plainText).join('\n');
    case 'quote':
      return plainText(block.of);
    case 'code':
      return block.text;
    default:
      return block satisfies never;
  }
}

function textOfInlines(inlines: readonly Inline[]): string {
  return inlines.map(textOfInline).join('');
}

function textOfInline(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'code':
      return inline.text;
    case 'strong':
    case 'emphasis':
    case 'link':
      return textOfInlines(inline.of);
    case 'break':
      return '\n';
    default:
      return inline satisfies never;
  }
}
