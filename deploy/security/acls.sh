#!/bin/sh
# The least that each service needs on a Kafka that refuses everything else; docs/operations.md explains each line, and a
# test runs all of Rota with exactly these. Run it as a user who may alter access rules:
#   KAFKA_ACLS="kafka-acls --bootstrap-server kafka:9094 --command-config admin.properties" deploy/security/acls.sh
set -eu
acls=${KAFKA_ACLS:-kafka-acls}

# rota-setup makes the topics (./rota topics), once and after upgrades.
$acls --add --allow-principal User:rota-setup --operation Create --operation Describe --operation DescribeConfigs --topic rota. --resource-pattern-type prefixed

# rota-registry keeps the schemas.
$acls --add --allow-principal User:rota-registry --operation Create --operation Read --operation Write --operation DescribeConfigs --topic _schemas

# rota-discovery
$acls --add --allow-principal User:rota-discovery --operation Read --operation Write --operation DescribeConfigs --topic rota.models
$acls --add --allow-principal User:rota-discovery --operation Read --operation Write --operation DescribeConfigs --topic rota.model-found
$acls --add --allow-principal User:rota-discovery --operation Read --operation DescribeConfigs --topic rota.standings
$acls --add --allow-principal User:rota-discovery --operation Read --operation DescribeConfigs --topic rota.test-results
$acls --add --allow-principal User:rota-discovery --operation Read --group rota-discovery
$acls --add --allow-principal User:rota-discovery --operation Write --operation Describe --transactional-id rota-discovery

# rota-tester
$acls --add --allow-principal User:rota-tester --operation Read --operation Write --operation DescribeConfigs --topic rota.model-found
$acls --add --allow-principal User:rota-tester --operation Write --operation DescribeConfigs --topic rota.test-results
$acls --add --allow-principal User:rota-tester --operation Write --operation DescribeConfigs --topic rota.dead-letters
$acls --add --allow-principal User:rota-tester --operation Create --operation Read --operation Write --topic rota.tester-spending
$acls --add --allow-principal User:rota-tester --operation Read --operation AlterConfigs --group rota-testers

# rota-ranking
$acls --add --allow-principal User:rota-ranking --operation Read --operation DescribeConfigs --topic rota.models
$acls --add --allow-principal User:rota-ranking --operation Read --operation DescribeConfigs --topic rota.test-results
$acls --add --allow-principal User:rota-ranking --operation Read --operation Write --operation DescribeConfigs --topic rota.standings
$acls --add --allow-principal User:rota-ranking --operation Read --operation Write --operation DescribeConfigs --topic rota.rotation
$acls --add --allow-principal User:rota-ranking --operation Write --operation DescribeConfigs --topic rota.rotation-changes
$acls --add --allow-principal User:rota-ranking --operation Write --operation DescribeConfigs --topic rota.dead-letters
$acls --add --allow-principal User:rota-ranking --operation Create --operation Read --operation Write --operation Delete --operation DescribeConfigs --topic rota-ranking- --resource-pattern-type prefixed
$acls --add --allow-principal User:rota-ranking --operation Read --group rota-ranking --resource-pattern-type prefixed
$acls --add --allow-principal User:rota-ranking --operation Write --operation Describe --transactional-id rota-ranking- --resource-pattern-type prefixed

# rota-gateway
$acls --add --allow-principal User:rota-gateway --operation Read --operation DescribeConfigs --topic rota.models
$acls --add --allow-principal User:rota-gateway --operation Read --operation DescribeConfigs --topic rota.standings
$acls --add --allow-principal User:rota-gateway --operation Read --operation DescribeConfigs --topic rota.rotation
$acls --add --allow-principal User:rota-gateway --operation Read --operation DescribeConfigs --topic rota.rotation-changes
$acls --add --allow-principal User:rota-gateway --operation Read --operation Write --operation DescribeConfigs --topic rota.test-results
$acls --add --allow-principal User:rota-gateway --operation Write --operation DescribeConfigs --topic rota.dead-letters
$acls --add --allow-principal User:rota-gateway --operation Read --group rota-webhook- --resource-pattern-type prefixed

# rota-reader: an application that follows rotations with the library.
$acls --add --allow-principal User:rota-reader --operation Read --topic rota.rotation
