import BigInt

/// A positive number as significand and exponent of two, so that long products neither overflow nor vanish.
struct ScaledDouble {
    /// In 1..<2.
    private var significand: Double
    private var exponent: Int

    /// A positive, finite, normal number.
    init(_ value: Double) {
        significand = value.significand
        exponent = Int(value.exponent)
    }

    /// A positive whole number, off by less than two units in the last place.
    init<S: Scalar>(approximating value: S) {
        if let small = value as? Int64 {
            self.init(Double(small))
            return
        }
        let wide = value.wide
        let shift = max(0, wide.bitWidth - 63)
        self.init(Double(Int64(wide >> shift)))
        exponent += shift
    }

    static func * (left: ScaledDouble, right: ScaledDouble) -> ScaledDouble {
        var result = ScaledDouble(left.significand * right.significand)
        result.exponent += left.exponent + right.exponent
        return result
    }

    static func < (left: ScaledDouble, right: ScaledDouble) -> Bool {
        left.exponent != right.exponent
            ? left.exponent < right.exponent : left.significand < right.significand
    }
}
