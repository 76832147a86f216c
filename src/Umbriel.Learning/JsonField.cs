using System.Text.Json;
using Umbriel.Core;

namespace Umbriel.Learning;

/// <summary>A value in a JSON file that knows where it is, for messages.</summary>
/// <param name="element">The value.</param>
/// <param name="source">The file.</param>
/// <param name="path">Where in it; null for the whole.</param>
internal readonly struct JsonField(JsonElement element, string source, string? path)
{
    /// <summary>A member of an object.</summary>
    public JsonField this[string name]
    {
        get
        {
            string inner = path is null ? name : $"{path}.{name}";
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement member)
                ? new JsonField(member, source, inner)
                : throw new UserErrorException(source, inner, "nothing", "a model of XGBoost 1.7 in JSON");
        }
    }

    /// <summary>The items of an array.</summary>
    public IEnumerable<JsonField> Items()
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            throw Error($"{element.ValueKind}", "an array");
        }

        return Each(element, source, path);

        static IEnumerable<JsonField> Each(JsonElement array, string source, string? path)
        {
            int i = 0;
            foreach (JsonElement item in array.EnumerateArray())
            {
                yield return new JsonField(item, source, $"{path}[{i++}]");
            }
        }
    }

    /// <summary>The members of an object, which are text, by name.</summary>
    public SortedDictionary<string, string> Texts()
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Error($"{element.ValueKind}", "an object");
        }

        SortedDictionary<string, string> texts = new(StringComparer.Ordinal);
        foreach (JsonProperty member in element.EnumerateObject())
        {
            texts[Decoded(() => member.Name)] = new JsonField(member.Value, source, path).Text();
        }

        return texts;
    }

    /// <summary>Text.</summary>
    public string Text()
    {
        JsonElement value = element;
        return element.ValueKind == JsonValueKind.String ? Decoded(() => value.GetString()!) : throw Error($"{element.ValueKind}", "text");
    }

    /// <summary>A whole number of 32 bits.</summary>
    public int Whole() => element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out int value) ? value : throw Error(Raw(), "a whole number");

    /// <summary>A finite number.</summary>
    public float Single() => element.ValueKind == JsonValueKind.Number && element.TryGetSingle(out float value) && float.IsFinite(value) ? value : throw Error(Raw(), "a finite number");

    /// <summary>0 or 1, or false or true.</summary>
    public bool Flag() => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => Whole() is 0 or 1 ? Whole() == 1 : throw Error(Raw(), "0 or 1"),
    };

    /// <summary>What is wrong with it.</summary>
    public UserErrorException Error(string found, string expected) => new(source, path, found, expected);

    private string Raw() => element.ValueKind is JsonValueKind.Number ? element.GetRawText() : $"{element.ValueKind}";

    /// <summary>Text may hold bytes that are not UTF-8, or half a surrogate pair.</summary>
    private string Decoded(Func<string> text)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException e)
        {
            throw new UserErrorException($"{source}: {path}: text that is not UTF-8 ({e.Message})", e);
        }
    }
}
