// Asks the models of a rotation in order, with OpenAI's own client: node chat.mjs [ROTATION]
import OpenAI from "openai";

const [, , name = "speed"] = process.argv;
const client = new OpenAI({
  baseURL: `${process.env.ROTA ?? "http://127.0.0.1:8080"}/v1`,
  apiKey: process.env.ROTA_GATEWAY_TOKEN ?? "none is needed on loopback",
});
const { data: stream, response } = await client.chat.completions
  .create({ model: `rota/${name}`, stream: true, messages: [{ role: "user", content: "What is the capital of France?" }] })
  .withResponse();
let answer = "";
for await (const chunk of stream) answer += chunk.choices[0]?.delta?.content ?? "";
const header = (of) => response.headers.get(`x-rota-${of}`);
console.log(`${header("model")} answered at attempt ${header("attempts")}: ${answer}`);
