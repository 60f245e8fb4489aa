using System.Formats.Cbor;
using System.Text.Json.Nodes;

namespace Feedback.Local.Services;

/// <summary>Converts CBOR to the equivalent JSON tree. Times (tag 1) become seconds since 1970.</summary>
internal static class CborTree
{
    public static JsonNode? Read(byte[] bytes) => bytes.Length == 0 ? null : Read(new CborReader(bytes));

    private static JsonNode? Read(CborReader reader)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.StartMap:
                return Map(reader);
            case CborReaderState.StartArray:
                return List(reader);
            case CborReaderState.Tag:
                reader.ReadTag();
                return Read(reader);
            case CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString:
                return reader.ReadTextString();
            case CborReaderState.ByteString:
                return Convert.ToBase64String(reader.ReadByteString());
            case CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger:
                return reader.ReadInt64();
            case CborReaderState.Boolean:
                return reader.ReadBoolean();
            case CborReaderState.Null:
                reader.ReadNull();
                return null;
            default:
                return reader.ReadDouble();
        }
    }

    private static JsonObject Map(CborReader reader)
    {
        var map = new JsonObject();
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            map[reader.ReadTextString()] = Read(reader);
        }

        reader.ReadEndMap();
        return map;
    }

    private static JsonArray List(CborReader reader)
    {
        var list = new JsonArray();
        reader.ReadStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
        {
            list.Add(Read(reader));
        }

        reader.ReadEndArray();
        return list;
    }
}
