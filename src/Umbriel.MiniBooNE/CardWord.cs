using Umbriel.Core;

namespace Umbriel.MiniBooNE;

/// <summary>Reads a word of a card as the enumeration's member of the same position.</summary>
internal static class CardWord
{
    public static int Parse(string[] words, string word, string source, string key)
    {
        int index = Array.IndexOf(words, word);
        return index >= 0
            ? index
            : throw new UserErrorException(source, key, $"\"{word}\"", $"one of {string.Join(", ", words)}");
    }
}
