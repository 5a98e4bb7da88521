// Follows a rotation over server-sent events, with nothing but Node: node sse.mjs [ROTATION] [UNTIL_REVISION]
// A lost connection is made again with the last id, so that only what was missed comes.
const [, , name = "speed", until = "Infinity"] = process.argv;
const stream = `${process.env.ROTA ?? "http://127.0.0.1:8080"}/api/rotations/${encodeURIComponent(name)}/stream`;

let last;
for (let wait = 250; ; wait = Math.min(wait * 2, 30_000)) {
  try {
    const response = await fetch(stream, { headers: last ? { "Last-Event-ID": last } : {} });
    if (!response.ok) throw new Error(`HTTP ${response.status} ${await response.text()}`);
    let rest = "";
    for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
      const events = (rest + text).split("\n\n");
      rest = events.pop();
      for (const event of events) {
        const data = event.match(/^data: (.*)$/m)?.[1];
        if (!data) continue; // a comment: the stream lives
        last = event.match(/^id: (.*)$/m)[1];
        wait = 250;
        const rotation = JSON.parse(data);
        console.log(`sse ${rotation.name} r${rotation.revision}: ${rotation.entries.map((entry) => entry.model).join(", ")}`);
        if (rotation.revision >= Number(until)) process.exit(0);
      }
    }
  } catch (error) {
    console.error(`lost ${stream}: ${error.message}`);
  }
  await new Promise((again) => setTimeout(again, wait));
}
