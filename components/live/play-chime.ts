let audio: AudioContext | null = null;

/** Whether a sound can be heard: browsers let pages sound only after somebody has clicked or typed in them. */
export function canChime(): boolean {
  return audio?.state === "running";
}

/** To be called in a gesture. */
export function unlockChime(): void {
  if (typeof AudioContext === "undefined") return;
  audio ??= new AudioContext();
  if (audio.state !== "running") void audio.resume().catch(() => undefined);
}

/** Two short notes; nothing where it can't be heard. */
export function playChime(): void {
  if (!audio || !canChime()) return;
  const start = audio.currentTime;
  for (const [at, hertz] of [
    [0, 660],
    [0.16, 880],
  ] as const) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0.0001, start + at);
    volume.gain.exponentialRampToValueAtTime(0.2, start + at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + at + 0.3);
    tone.connect(volume).connect(audio.destination);
    tone.start(start + at);
    tone.stop(start + at + 0.32);
  }
}
