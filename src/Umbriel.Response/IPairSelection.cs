using Umbriel.Core;

namespace Umbriel.Response;

/// <summary>What an experiment makes of a pair born in its active volume. Safe to share between threads.</summary>
public interface IPairSelection
{
    /// <summary>Number of bins.</summary>
    int BinCount { get; }

    /// <summary>Probability of a pair to be selected into each bin.</summary>
    /// <param name="pair">The pair's number within its model point: random numbers may hang on it.</param>
    /// <param name="electron">The electron, laboratory.</param>
    /// <param name="positron">The positron, laboratory.</param>
    /// <param name="bins">Receives one probability per bin.</param>
    void Probabilities(ulong pair, in FourVector electron, in FourVector positron, double[] bins);
}
