/** Two sounds of the desk: read, and not read. Made by the page itself, so nothing is loaded; they can be switched off. */

const KEY = 'deskbook.sound';
let context: AudioContext | null = null;

export const soundOn = (): boolean => localStorage.getItem(KEY) !== 'off';
export const switchSound = (on: boolean): void => localStorage.setItem(KEY, on ? 'on' : 'off');

/** One short high tone for ok, one longer low tone for not ok. Silent where there is no sound device. */
export function beep(ok: boolean): void {
  if (!soundOn() || typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  const [hertz, seconds] = ok ? [1320, 0.09] : [220, 0.35];
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0.15, context.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + seconds);
  tone.connect(volume).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + seconds);
}
