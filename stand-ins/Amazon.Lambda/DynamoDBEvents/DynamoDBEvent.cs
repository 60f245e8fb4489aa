namespace Amazon.Lambda.DynamoDBEvents;

public class DynamoDBEvent
{
    public IList<DynamodbStreamRecord> Records { get; set; }

    public class DynamodbStreamRecord
    {
        public StreamRecord Dynamodb { get; set; }

        public string EventID { get; set; }
    }

    public class StreamRecord
    {
        public DateTime ApproximateCreationDateTime { get; set; }

        public Dictionary<string, AttributeValue> NewImage { get; set; }

        public Dictionary<string, AttributeValue> OldImage { get; set; }

        public string SequenceNumber { get; set; }
    }

    public class AttributeValue
    {
        public Dictionary<string, AttributeValue> M { get; set; }

        public string N { get; set; }

        public string S { get; set; }
    }
}
