/** The table of languages, in English. */
export const languages = {
  about: (language: string) => `Readers get their own language, and ${language} where a text is missing.`,
  caption: 'Texts by language',
  field: 'Text',
  optional: 'optional',
  default: 'Default',
  makeDefault: 'Make it the default language',
  nowDefault: (language: string) => `${language} is the default language now.`,
  remove: 'Remove with its texts',
  removed: (language: string) => `${language} removed with its texts.`,
  actionsOf: (language: string) => `Actions for ${language}`,
  add: 'Add language',
  ofWorkspace: 'Of the workspace',
  more: 'More',
};
