/** Starting this app in Electron, with or without a display. */
import { electronFlags } from '../electron-path.mjs';
import { root } from '../steps/paths.mjs';
import { foreground } from '../steps/run.mjs';
import { withScreen } from '../steps/screen.mjs';

/**
 * What Chromium says on machines without a session bus, a graphics card or a sound card. None of
 * it concerns this app; everything else on standard error is passed on.
 */
const noise = [
  /:(ERROR|WARNING|FATAL):(dbus|components\/dbus)/,
  /:ERROR:(bus|object_proxy|login_manager_dbus)\.cc/,
  /Failed to connect to the bus/,
  /:(ERROR|WARNING):.*(gl_|gpu|viz_main|angle|vaapi|vulkan|sandbox_linux|command_buffer)[\w/]*\.cc/i,
  /:ERROR:(shared_image_interface_proxy|one_copy_raster_buffer_provider)\.cc/,
  /libva error|MESA-LOADER|failed to load driver|alsa|Gtk-WARNING|dconf-WARNING/i,
];

/** Runs the app to its end, in the folder `cwd`, and answers its exit code. */
export function launch(env, args, cwd = root) {
  return withScreen(env, (screenEnv) =>
    foreground(env.DESKBOOK_ELECTRON_PATH, [...electronFlags, root, ...args], {
      cwd,
      env: screenEnv,
      onStderr: passRealErrors(),
    }),
  );
}

/** A receiver of error output that drops the noise line by line. */
function passRealErrors() {
  let rest = '';
  return (text, isEnd = false) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    if (isEnd && rest) lines.push(rest);
    for (const line of lines) {
      if (!noise.some((pattern) => pattern.test(line))) process.stderr.write(`${line}\n`);
    }
  };
}
