import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { ledgerByDayAttributes, officeOf, type UploadRef, uploadKey } from '../../records/keys.ts';
import { ledgerEntrySchema, type Settlement } from '../../records/ledger.ts';
import type { Claim, ClaimOutcome, Ledger } from '../dependencies.ts';

/** The ledger in the single table: claims by conditional update with a lease and a fencing token. */
export function dynamodbLedger(dynamodb: DynamoDBDocumentClient, TableName: string): Ledger {
  return {
    claim: (upload, now, leaseSeconds) => claim(dynamodb, TableName, upload, now, leaseSeconds),
    settle: (held, settlement, now) => sendIfHeld(dynamodb, settleUpdate(TableName, held, settlement, now)),
    async release(held, now) {
      await sendIfHeld(dynamodb, releaseUpdate(TableName, held, now));
    },
  };
}

/** @returns false when the claim is no longer the latest one */
async function sendIfHeld(dynamodb: DynamoDBDocumentClient, update: UpdateCommandInput): Promise<boolean> {
  try {
    await dynamodb.send(new UpdateCommand(update));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

function releaseUpdate(TableName: string, held: Claim, now: Date) {
  return {
    TableName,
    Key: uploadKey(held.upload),
    UpdateExpression: 'SET leaseUntil = :now',
    ConditionExpression: '#state = :claimed AND #token = :token',
    ExpressionAttributeNames: { '#state': 'state', '#token': 'token' },
    ExpressionAttributeValues: { ':claimed': 'claimed', ':token': held.token, ':now': now.toISOString() },
  };
}

async function claim(
  dynamodb: DynamoDBDocumentClient,
  TableName: string,
  upload: UploadRef,
  now: Date,
  leaseSeconds: number,
): Promise<ClaimOutcome> {
  const receivedAt = now.toISOString();
  const first = { ...upload, office: officeOf(upload.key), receivedAt, ...ledgerByDayAttributes(upload, receivedAt) };
  const names = Object.keys(first);
  const sets = names.map((name) => `#${name} = if_not_exists(#${name}, :${name})`);
  try {
    const { Attributes } = await dynamodb.send(
      new UpdateCommand({
        TableName,
        Key: uploadKey(upload),
        UpdateExpression: `SET ${sets.join(', ')}, #state = :claimed, leaseUntil = :until ADD #token :one`,
        // Free, or its worker's lease has ended, or it failed and was sent again.
        ConditionExpression:
          'attribute_not_exists(pk) OR (#state = :claimed AND leaseUntil <= :now) OR (#state = :settled AND settlement.outcome = :failed)',
        ExpressionAttributeNames: {
          '#state': 'state',
          '#token': 'token',
          ...Object.fromEntries(names.map((name) => [`#${name}`, name])),
        },
        ExpressionAttributeValues: {
          ':claimed': 'claimed',
          ':settled': 'settled',
          ':failed': 'failed',
          ':one': 1,
          ':now': receivedAt,
          ':until': new Date(now.getTime() + leaseSeconds * 1000).toISOString(),
          ...Object.fromEntries(Object.entries(first).map(([name, value]) => [`:${name}`, value])),
        },
        ReturnValues: 'ALL_NEW',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return { kind: 'claimed', claim: { upload, token: ledgerEntrySchema.parse(Attributes).token } };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    // The document client leaves the item of a failed condition in its wire form: only its state is looked at here.
    if (error.Item?.state?.S !== 'settled') return { kind: 'held' };
    return { kind: 'settled', outcome: error.Item.settlement?.M?.outcome?.S ?? 'unknown' };
  }
}

/** The ledger's part of any write on behalf of an upload: only the holder of the latest claim may make it. */
export function heldCheck(TableName: string, held: Claim) {
  return {
    TableName,
    Key: uploadKey(held.upload),
    ConditionExpression: '#state = :claimed AND #token = :token',
    ExpressionAttributeNames: { '#state': 'state', '#token': 'token' },
    ExpressionAttributeValues: { ':claimed': 'claimed', ':token': held.token },
  };
}

function settleUpdate(TableName: string, held: Claim, settlement: Settlement, now: Date) {
  return {
    TableName,
    Key: uploadKey(held.upload),
    UpdateExpression: 'SET #state = :settled, settledAt = :now, settlement = :settlement',
    ConditionExpression: '#state = :claimed AND #token = :token',
    ExpressionAttributeNames: { '#state': 'state', '#token': 'token' },
    ExpressionAttributeValues: {
      ':settled': 'settled',
      ':claimed': 'claimed',
      ':token': held.token,
      ':now': now.toISOString(),
      ':settlement': settlement,
    },
  };
}
