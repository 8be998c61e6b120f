interface Policy {
  createHTML(markup: string): string;
}
interface Factory {
  createPolicy(name: string, rules: Policy): Policy;
}

/**
 * Our Trusted Types policy: the one word, `banso`, that a page with a `trusted-types` list adds to it. The build puts it in the
 * place of Lit's own, whose creation throws where its name is not listed or taken. Undefined without Trusted Types, and where
 * the page refuses it.
 */
export const policy: Policy | undefined = makePolicy();

function makePolicy(): Policy | undefined {
  try {
    return (globalThis as { trustedTypes?: Factory }).trustedTypes?.createPolicy('banso', {
      createHTML: (markup) => markup,
    });
  } catch {
    return undefined; // the page lists other names, or ours was made by an earlier copy: see canRender
  }
}

/** Whether templates can be made here: false where the page guards HTML and did not let us have a policy. */
export function canRender(): boolean {
  return (rendered ??= tryToRender());
}

let rendered: boolean | undefined;

function tryToRender(): boolean {
  try {
    document.createElement('template').innerHTML = policy ? policy.createHTML('<i></i>') : '<i></i>';
    return true;
  } catch {
    return false;
  }
}
