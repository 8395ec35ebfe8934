import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { ledgerByDayAttributes, officeOf, type UploadRef, uploadKey } from '../../records/keys.ts';
import { ledgerEntrySchema, type Removal, type Settlement } from '../../records/ledger.ts';
import type { Claim, ClaimOutcome, Ledger } from '../dependencies.ts';

/** The ledger in the single table: claims by conditional update with a lease and a fencing token. */
export function dynamodbLedger(dynamodb: DynamoDBDocumentClient, TableName: string): Ledger {
  return {
    claim: (upload, now, leaseSeconds) => claim(dynamodb, TableName, upload, now, leaseSeconds),
    settle: (held, settlement, now) => sendIfAllowed(dynamodb, settleUpdate(TableName, held, settlement, now)),
    async release(held, now) {
      await sendIfAllowed(dynamodb, releaseUpdate(TableName, held, now));
    },
    noteRemoval: (upload, removal, removedAt, now) =>
      sendIfAllowed(dynamodb, removalUpdate(TableName, upload, removal, removedAt, now)),
    async noteReturn(upload) {
      await sendIfAllowed(dynamodb, returnUpdate(TableName, upload));
    },
  };
}

/** @returns false when the condition refused it: for a claim, that it is no longer the latest one */
export async function sendIfAllowed(dynamodb: DynamoDBDocumentClient, update: UpdateCommandInput): Promise<boolean> {
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

/** What an entry begins with; whoever comes later leaves it as it is. */
export function firstSeen(upload: UploadRef, receivedAt: string) {
  const first = { ...upload, office: officeOf(upload.key), receivedAt, ...ledgerByDayAttributes(upload, receivedAt) };
  const fields = Object.entries(first);
  return {
    sets: fields.map(([name]) => `#${name} = if_not_exists(#${name}, :${name})`).join(', '),
    names: Object.fromEntries(fields.map(([name]) => [`#${name}`, name])),
    values: Object.fromEntries(fields.map(([name, value]) => [`:${name}`, value])),
  };
}

/** An entry that nobody has claimed has the shape of one whose lease has ended: the next delivery takes it up. */
export const UNCLAIMED =
  '#state = if_not_exists(#state, :claimed), #token = if_not_exists(#token, :zero), leaseUntil = if_not_exists(leaseUntil, :now)';

function removalUpdate(TableName: string, upload: UploadRef, removal: Removal, removedAt: string, now: Date) {
  const Key = uploadKey(upload);
  const sets = 'removal = :removal, removedAt = if_not_exists(removedAt, :removedAt)';
  const removed = { ':removal': removal, ':removedAt': removedAt };
  if (removal === 'gone')
    return {
      TableName,
      Key,
      UpdateExpression: `SET ${sets}`,
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: removed,
    };
  const first = firstSeen(upload, now.toISOString());
  return {
    TableName,
    Key,
    UpdateExpression: `SET ${first.sets}, ${UNCLAIMED}, ${sets}`,
    ConditionExpression: 'attribute_not_exists(removal)',
    ExpressionAttributeNames: { '#state': 'state', '#token': 'token', ...first.names },
    ExpressionAttributeValues: {
      ':claimed': 'claimed',
      ':zero': 0,
      ':now': now.toISOString(),
      ...first.values,
      ...removed,
    },
  };
}

function returnUpdate(TableName: string, upload: UploadRef) {
  return {
    TableName,
    Key: uploadKey(upload),
    UpdateExpression: 'REMOVE removal, removedAt',
    ConditionExpression: 'removal = :hidden',
    ExpressionAttributeValues: { ':hidden': 'hidden' },
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
  const first = firstSeen(upload, receivedAt);
  try {
    const { Attributes } = await dynamodb.send(
      new UpdateCommand({
        TableName,
        Key: uploadKey(upload),
        UpdateExpression: `SET ${first.sets}, #state = :claimed, leaseUntil = :until ADD #token :one`,
        // Free, or its worker's lease has ended, or a fault ended it and it was sent again. Whatever else failed would
        // only fail again, and is taken up when somebody asks for it (reopen-uploads.ts).
        ConditionExpression:
          'attribute_not_exists(pk) OR (#state = :claimed AND leaseUntil <= :now) OR (#state = :settled AND settlement.fault = :true)',
        ExpressionAttributeNames: {
          '#state': 'state',
          '#token': 'token',
          ...first.names,
        },
        ExpressionAttributeValues: {
          ':claimed': 'claimed',
          ':settled': 'settled',
          ':true': true,
          ':one': 1,
          ':now': receivedAt,
          ':until': new Date(now.getTime() + leaseSeconds * 1000).toISOString(),
          ...first.values,
        },
        ReturnValues: 'ALL_NEW',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    const { token, rereading = false } = ledgerEntrySchema.parse(Attributes);
    return { kind: 'claimed', claim: { upload, token }, rereading };
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
    UpdateExpression: 'SET #state = :settled, settledAt = :now, settlement = :settlement REMOVE rereading',
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
