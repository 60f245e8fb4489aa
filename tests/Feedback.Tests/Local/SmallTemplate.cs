namespace Feedback.Tests.Local;

internal static class SmallTemplate
{
    public const string Text = """
        AWSTemplateFormatVersion: "2010-09-09"
        Transform: AWS::Serverless-2016-10-31
        Parameters:
          Mode: { Type: String, Default: Enforce }
          Email: { Type: String }
          Shards: { Type: Number, Default: 8 }
        Conditions:
          Observes: !Equals [!Ref Mode, Observe]
          Acts: !Not [!Condition Observes]
          Either: !Or [!Condition Observes, !Equals [!Ref Shards, "8"]]
          Both: { "Fn::And": [{ Condition: Observes }, !Equals [!Ref Shards, "8"]] }
        Globals:
          Function:
            Handler: Feedback.Functions
            Runtime: dotnet10
            MemorySize: 512
            Timeout: 30
            Environment:
              Variables:
                MODE: !Ref Mode
                TABLE: !Ref Ledger
                AWS_ENDPOINT_URL_DYNAMODB: ""
        Resources:
          Ledger:
            Type: AWS::DynamoDB::Table
            DeletionPolicy: Retain
            Properties:
              BillingMode: PAY_PER_REQUEST
              AttributeDefinitions:
                - { AttributeName: PK, AttributeType: S }
                - { AttributeName: SK, AttributeType: S }
                - { AttributeName: At, AttributeType: N }
              KeySchema:
                - { AttributeName: PK, KeyType: HASH }
                - { AttributeName: SK, KeyType: RANGE }
              GlobalSecondaryIndexes:
                - IndexName: ByTime
                  KeySchema:
                    - { AttributeName: SK, KeyType: HASH }
                    - { AttributeName: At, KeyType: RANGE }
                  Projection: { ProjectionType: INCLUDE, NonKeyAttributes: [Level] }
              TimeToLiveSpecification: { AttributeName: ExpiresAt, Enabled: true }
          Named:
            Type: AWS::DynamoDB::Table
            Properties:
              TableName: !Sub "${AWS::StackName}-named"
              AttributeDefinitions: [{ AttributeName: PK, AttributeType: S }]
              KeySchema: [{ AttributeName: PK, KeyType: HASH }]
          OnlyObserving:
            Type: AWS::DynamoDB::Table
            Condition: Observes
            Properties:
              AttributeDefinitions: [{ AttributeName: PK, AttributeType: S }]
              KeySchema: [{ AttributeName: PK, KeyType: HASH }]
          Alarms:
            Type: AWS::SNS::Topic
          Deliveries:
            Type: AWS::SQS::Queue
            Properties: { VisibilityTimeout: !FindInMap [A, B, C] }
          BounceFunction:
            Type: AWS::Serverless::Function
            Properties:
              MemorySize: 1024
              Environment:
                Variables:
                  MODE: !If [Observes, watching, acting]
                  TOPIC: !Ref Alarms
                  QUEUE: !Ref Deliveries
                  QUEUE_NAME: !GetAtt Deliveries.QueueName
                  SET_ARN: !Sub "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:configuration-set/*"
                  SUB: !Sub ["${Ledger.Arn} ${Who} ${!Kept}", { Who: !Ref Shards }]
                  JOINED: !Join ["-", [!Ref "AWS::StackName", b]]
                  NONE: !If [Acts, !Ref "AWS::NoValue", x]
                  BOTH: !If [Both, yes, no]
                  EITHER: { "Fn::If": [Either, { Ref: Mode }, no] }
          AlarmFunction:
            Type: AWS::Serverless::Function
            Properties:
              Handler: bootstrap
              Environment:
                Variables: { MAIL: !Ref Email }
        """;
}
