// Follows a rotation straight from Kafka: node kafka.mjs [ROTATION] [UNTIL_REVISION]
// Every message is a whole snapshot, and the last one counts; it joins a group of its own that is used once, so it shares no position with anybody.
import { randomUUID } from "node:crypto";
import { SchemaRegistry } from "@kafkajs/confluent-schema-registry";
import { Kafka, logLevel } from "kafkajs";

const [, , name = "speed", until = "Infinity"] = process.argv;
const kafka = new Kafka({ brokers: [process.env.KAFKA ?? "localhost:9092"], logLevel: logLevel.ERROR });
const registry = new SchemaRegistry({ host: process.env.REGISTRY ?? "http://localhost:8081" });
const consumer = kafka.consumer({ groupId: `subscriber-${randomUUID()}` });

await consumer.connect();
await consumer.subscribe({ topic: "rota.rotation", fromBeginning: true });
await consumer.run({
  eachMessage: async ({ message }) => {
    if (message.key?.toString() !== name || message.value === null) return;
    const rotation = await registry.decode(message.value);
    console.log(`kafka ${rotation.name} r${rotation.revision}: ${rotation.entries.map((entry) => entry.model).join(", ")}`);
    if (Number(rotation.revision) >= Number(until)) process.exit(0);
  },
});
