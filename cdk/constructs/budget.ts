import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';

interface BudgetProps {
  /** Such as `50 USD`. Accounts of AWS China are billed in CNY, all others in USD. */
  readonly monthly: string;
  readonly email: string | undefined;
  readonly topicArn: string | undefined;
}

/** Tells when the account has cost four fifths of what it may in a month, and when it is about to cost more than all. */
export class Budget extends Construct {
  constructor(scope: Construct, id: string, { monthly, email, topicArn }: BudgetProps) {
    super(scope, id);
    const [amount, unit = ''] = monthly.split(' ');
    // Mail needs no topic; a topic that is there already must let `budgets.amazonaws.com` publish.
    const subscribers = email
      ? [{ subscriptionType: 'EMAIL', address: email }]
      : [{ subscriptionType: 'SNS', address: topicArn ?? '' }];
    const notify = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
      notification: { comparisonOperator: 'GREATER_THAN', notificationType, threshold, thresholdType: 'PERCENTAGE' },
      subscribers,
    });
    new CfnBudget(this, 'Monthly', {
      budget: { budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount: Number(amount), unit } },
      notificationsWithSubscribers: [notify('ACTUAL', 80), notify('FORECASTED', 100)],
    });
  }
}
