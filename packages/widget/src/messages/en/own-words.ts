// What comes in one file: the texts of the preferences.
export { enPreferences as preferences } from './preferences.ts';
