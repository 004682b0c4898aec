/** `npm start`: opens the app; without a display, shows what it does by printing a demo office. */
import { hasDisplay } from '../steps/paths.mjs';
import { say } from '../steps/say.mjs';
import { launch } from './launch.mjs';

/** Runs the app and answers its exit code. */
export function run(env, args) {
  if (hasDisplay) {
    say('\nOpening Deskbook.');
    return launch(env, args);
  }
  say(
    '\nThere is no display here, so nobody would see the window. The same app now runs on a screen\n' +
      'in memory, with a throwaway demo office, and prints that office’s papers to out/demo.',
  );
  return launch(env, ['--demo-papers', 'out/demo', ...args]);
}
