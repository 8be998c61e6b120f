import { type Block, type Inline, type RichText, safeHref } from '@banso/domain/text';
import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/**
 * Reads the Markdown subset into the tree that widget and console draw. Whatever the subset does not know (HTML, images,
 * tables) becomes its plain text; links with other schemes than http, https, mailto and tel lose their target.
 */
export function richText(markdown: string): RichText {
  return blocksOf(fromMarkdown(markdown).children);
}

function blocksOf(nodes: readonly (RootContent | BlockContent | DefinitionContent)[]): Block[] {
  return nodes.flatMap(blockOf);
}

function blockOf(node: RootContent): Block[] {
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', of: inlinesOf(node.children) }];
    case 'heading':
      return [{ type: 'heading', level: node.depth <= 2 ? 2 : 3, of: inlinesOf(node.children) }];
    case 'list':
      return [
        {
          type: 'list',
          ordered: node.ordered === true,
          items: node.children.map((item) => blocksOf(item.children)),
        },
      ];
    case 'blockquote':
      return [{ type: 'quote', of: blocksOf(node.children) }];
    case 'code':
      return [{ type: 'code', text: node.value }];
    case 'html':
      return [{ type: 'paragraph', of: [{ type: 'text', text: node.value }] }];
    default:
      return [];
  }
}

function inlinesOf(nodes: readonly PhrasingContent[]): Inline[] {
  return nodes.flatMap(inlineOf);
}

function inlineOf(node: PhrasingContent): Inline[] {
  switch (node.type) {
    case 'text':
      return [{ type: 'text', text: node.value }];
    case 'html':
      return [{ type: 'text', text: node.value }];
    case 'strong':
    case 'emphasis':
      return [{ type: node.type, of: inlinesOf(node.children) }];
    case 'inlineCode':
      return [{ type: 'code', text: node.value }];
    case 'break':
      return [{ type: 'break' }];
    case 'link': {
      const href = safeHref(node.url);
      return href === undefined
        ? inlinesOf(node.children)
        : [{ type: 'link', href, of: inlinesOf(node.children) }];
    }
    case 'image':
      return node.alt ? [{ type: 'text', text: node.alt }] : [];
    default:
      return [];
  }
}
