namespace Umbriel.Generation.Scattering;

/// <summary>
/// Fourier-Bessel coefficients a_n (e fm⁻³) and cut-off radii R (fm) of H. de Vries, C. W. de Jager and C. de Vries,
/// At. Data Nucl. Data Tables 36 (1987) 495. Resulting root-mean-square radii: C12 2.464, O16 2.737, Si28 3.084, Ar40 3.423 fm.
/// </summary>
public static class FourierBesselTable
{
    /// <summary>The measured form factor of <paramref name="target"/>.</summary>
    /// <exception cref="ArgumentException">The table has no entry for it.</exception>
    public static FourierBesselFormFactor For(Target target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target.Code switch
        {
            6012 => new FourierBesselFormFactor(8.0,
            [
                1.5737e-2, 3.8897e-2, 3.7085e-2, 1.4795e-2, -4.4831e-3, -1.0057e-2, -6.8696e-3, -2.8813e-3,
                -7.7229e-4, 6.6908e-5, 1.0636e-4, -3.6864e-5, -5.0135e-6, 9.4550e-6, -4.7687e-6,
            ]),
            8016 => new FourierBesselFormFactor(8.0,
            [
                2.0238e-2, 4.4793e-2, 3.3533e-2, 3.5030e-3, -1.2293e-2, -1.0329e-2, -3.4036e-3, -4.1627e-4,
                -9.4435e-4, -2.5771e-4, 2.3759e-4, -1.0603e-4, 4.1480e-5,
            ]),
            14028 => new FourierBesselFormFactor(8.0,
            [
                3.3495e-2, 5.9533e-2, 2.0979e-2, -1.6900e-2, -1.4998e-2, -9.3248e-4, 3.3266e-3, 5.9244e-4,
                -4.0013e-4, 1.2242e-4, -1.2994e-5, -9.2784e-6, 7.2595e-6, -4.2096e-6,
            ]),
            18040 => new FourierBesselFormFactor(9.0,
            [
                3.0451e-2, 5.5337e-2, 2.0203e-2, -1.6765e-2, -1.3578e-2, -4.3204e-5, 9.1988e-4, -4.1205e-4,
                1.1971e-4, -1.9801e-5, -4.3204e-6, 6.1205e-6, -3.7803e-6, 1.8001e-6, -7.7407e-7,
            ]),
            _ => throw new ArgumentException($"{target.Name}; expected a nucleus with a measured charge density: C12, O16, Si28 or Ar40", nameof(target)),
        };
    }
}
